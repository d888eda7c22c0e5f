package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Needs;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The door of the console. A wrong password, an unknown name and one who must wait read the same. */
@Path("/login")
@Cancellable(false)
public final class SignInResource {
    private static final String WHY = "who has no session yet must be able to open one; nothing of the house is on it";
    /** A path of ours, never another host. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

    private final SignIn signIn;
    private final Frame frame;
    private final HttpServerRequest request;
    private final DemoPeople demo;

    SignInResource(SignIn signIn, Frame frame, HttpServerRequest request, DemoPeople demo) {
        this.signIn = signIn;
        this.frame = frame;
        this.request = request;
        this.demo = demo;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(String then, String name, boolean refused, DemoPeople demo);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Needs.Nothing(why = WHY)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> page(@RestQuery @Nullable String then) {
        return frame.show(Templates.login(ours(then), "", false, demo));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Needs.Nothing(why = WHY)
    @Operation(hidden = true)
    public Uni<Response> signIn(
            @RestForm @Nullable String name, @RestForm @Nullable String password, @RestForm @Nullable String then) {
        String who = Frame.text(name);
        String secret = password == null ? "" : password;
        if (who.isEmpty() || secret.isEmpty() || secret.length() > SignIn.LONGEST_PASSWORD || foreign()) {
            return again(who, then);
        }
        return Uni.createFrom()
                .completionStage(() -> signIn.open(who, secret))
                .chain(cookie -> cookie == null
                        ? again(who, then)
                        : Uni.createFrom()
                                .item(Response.seeOther(URI.create(ours(then)))
                                        .cookie(SessionCookie.of(cookie, request.isSSL()))
                                        .build()));
    }

    private boolean foreign() {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin");
    }

    private Uni<Response> again(String name, @Nullable String then) {
        return frame.show(Templates.login(ours(then), name, true, demo), RestResponse.Status.UNAUTHORIZED)
                .map(RestResponse::toResponse);
    }

    static String ours(@Nullable String then) {
        return then != null && OURS.matcher(then).matches() ? then : "/";
    }
}
