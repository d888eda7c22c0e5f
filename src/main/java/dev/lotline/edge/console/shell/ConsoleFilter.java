package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.access.SignIn;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of every {@link ConsolePage}. Without a session a page that was asked for is shown after signing in.
 * What changes something must come from a page of ours: the browser says so, and the form brings a token that no other
 * page can read.
 */
@Singleton
public final class ConsoleFilter {
    private static final int BEFORE_CAPABILITIES = Priorities.AUTHORIZATION - 10;

    private final SecurityIdentity identity;

    ConsoleFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ConsolePage
    @ServerRequestFilter(priority = BEFORE_CAPABILITIES)
    public Optional<RestResponse<Void>> who(ContainerRequestContext request, UriInfo uri) {
        return identity.getPrincipal() instanceof Actor
                ? Optional.empty()
                : Optional.of(RestResponse.seeOther(reads(request) ? signIn(uri) : URI.create("/login")));
    }

    /** Runs when the form has been read, after {@link #who}. */
    @ConsolePage
    @WithFormRead
    @ServerRequestFilter
    public void form(ContainerRequestContext request) {
        if (!reads(request) && !(ours(request) && tokenFits())) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", "a form of this session");
        }
    }

    private static boolean reads(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static URI signIn(UriInfo uri) {
        String asked = uri.getRequestUri().getRawPath()
                + (uri.getRequestUri().getRawQuery() == null
                        ? ""
                        : "?" + uri.getRequestUri().getRawQuery());
        return asked.equals("/")
                ? URI.create("/login")
                : UriBuilder.fromPath("/login").queryParam("then", "{then}").build(asked);
    }

    /** Browsers that are not ancient say where a form comes from. */
    private static boolean ours(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    private boolean tokenFits() {
        Object sent = CurrentRequestManager.get().getFormParameter(SignIn.FORM_TOKEN, true, false);
        String held = identity.getAttribute(SignIn.FORM_TOKEN);
        return held != null && sent instanceof String text && MessageDigest.isEqual(bytes(text), bytes(held));
    }

    private static byte[] bytes(@Nullable String text) {
        return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
    }
}
