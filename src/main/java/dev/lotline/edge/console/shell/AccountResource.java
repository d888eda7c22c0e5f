package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.access.PasswordRules;
import dev.lotline.kernel.access.SignIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** One's own account: out, and another password. */
@Path("/account")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class AccountResource {
    private final SignIn signIn;
    private final Frame frame;
    private final HttpServerRequest request;

    AccountResource(SignIn signIn, Frame frame, HttpServerRequest request) {
        this.signIn = signIn;
        this.frame = frame;
        this.request = request;
    }

    /** Why a password was not changed. */
    public enum Problem {
        SHORT,
        DIFFERENT,
        NAME,
        WRONG
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(Frame frame, @Nullable Problem problem, int shortest);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> page() {
        return frame.show(Templates.account(frame, null, SignIn.SHORTEST_PASSWORD));
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> signOut() {
        boolean encrypted = request.isSSL();
        return Uni.createFrom()
                .completionStage(() -> signIn.close(
                        request.getCookie(SignIn.cookieName(encrypted)).getValue()))
                .replaceWith(() -> signedOut(encrypted));
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> password(
            @RestForm @Nullable String old, @RestForm @Nullable String fresh, @RestForm @Nullable String again) {
        String password = fresh == null ? "" : fresh;
        String name = frame.actor().name();
        Problem problem = problem(password, again, name);
        if (problem != null) {
            return refused(problem);
        }
        return Uni.createFrom()
                .completionStage(() -> signIn.change(name, old == null ? "" : old, password))
                .chain(done -> done ? Uni.createFrom().item(signedOut(request.isSSL())) : refused(Problem.WRONG));
    }

    private static @Nullable Problem problem(String password, @Nullable String again, String name) {
        if (!PasswordRules.fits(password)) {
            return Problem.SHORT;
        }
        if (!password.equals(again)) {
            return Problem.DIFFERENT;
        }
        return PasswordRules.contains(password, name) ? Problem.NAME : null;
    }

    private Uni<Response> refused(Problem problem) {
        return frame.show(Templates.account(frame, problem, SignIn.SHORTEST_PASSWORD), RestResponse.Status.BAD_REQUEST)
                .map(RestResponse::toResponse);
    }

    private static Response signedOut(boolean encrypted) {
        return Response.seeOther(URI.create("/login"))
                .cookie(SessionCookie.none(encrypted))
                .build();
    }
}
