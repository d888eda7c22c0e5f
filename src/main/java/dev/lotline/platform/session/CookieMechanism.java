package dev.lotline.platform.session;

import dev.lotline.kernel.access.SignIn;
import dev.lotline.platform.security.TokenIdentity;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a session, for the pages of the console alone: doors of machines never look at one, so no page of a
 * stranger can use a browser against them.
 */
@Singleton
public final class CookieMechanism implements HttpAuthenticationMechanism {
    private static final List<String> DOORS_OF_MACHINES = List.of("/api/", "/floor/", "/graphql", "/q/");
    private static final int LONGEST = 512;

    private final Sessions sessions;

    CookieMechanism(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Cookie cookie =
                context.request().getCookie(SignIn.cookieName(context.request().isSSL()));
        String path = context.normalizedPath();
        if (cookie == null
                || cookie.getValue().length() > LONGEST
                || DOORS_OF_MACHINES.stream().anyMatch(path::startsWith)) {
            return Uni.createFrom().nullItem();
        }
        return sessions.holder(cookie.getValue())
                .map(holder -> holder == null
                        ? null
                        : QuarkusSecurityIdentity.builder(TokenIdentity.of(holder.actor()))
                                .addAttribute(SignIn.FORM_TOKEN, holder.formToken())
                                .build());
    }

    /** Nothing asks for a cookie: pages send who has none to the sign-in page. */
    @Override
    public Uni<@Nullable ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
