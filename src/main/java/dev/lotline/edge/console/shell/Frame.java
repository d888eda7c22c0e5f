package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.access.SignIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Who looks at a page, and the page made into an answer: in their language, and with what a browser may do on it. */
@RequestScoped
public class Frame {
    /** Everything a page needs is ours; nothing in it is written by somebody else. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            HttpHeaders.CACHE_CONTROL,
            "no-store");

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refused(Frame frame, Problem problem);
    }

    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    Frame(SecurityIdentity identity, HttpServerRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** Only on a {@link ConsolePage}. */
    public Actor actor() {
        return (Actor) identity.getPrincipal();
    }

    /** What every form of this session sends back. */
    public String formToken() {
        String token = identity.getAttribute(SignIn.FORM_TOKEN);
        return token == null ? "" : token;
    }

    /** In pages: whether to offer an act at all; its door asks again. */
    public boolean may(String capability) {
        return actor().may(Capability.valueOf(capability));
    }

    /** A refusal in the reader's words. */
    public String sentence(Refusal refusal) {
        return Problem.of(refusal, language(), null).detail();
    }

    /** Of the messages' languages the one that the browser asks for. */
    public Locale language() {
        return Sentences.language(request.getHeader("Accept-Language"));
    }

    public Uni<RestResponse<String>> show(TemplateInstance page) {
        return show(page, RestResponse.StatusCode.OK);
    }

    public Uni<RestResponse<String>> show(TemplateInstance page, RestResponse.Status status) {
        return show(page, status.getStatusCode());
    }

    /** @param status also one that {@link RestResponse.Status} does not know, such as 422 */
    public Uni<RestResponse<String>> show(TemplateInstance page, int status) {
        return page.setLocale(language()).createUni().map(html -> {
            ResponseBuilder<String> answer =
                    ResponseBuilder.<String>create(status).entity(html).type(MediaType.TEXT_HTML + ";charset=UTF-8");
            HEADERS.forEach(answer::header);
            return answer.build();
        });
    }

    /** A page that says no, in the frame of the others. */
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        Problem problem = Problem.of(refusal, language(), null);
        return show(Templates.refused(this, problem), problem.status());
    }

    /** What was written into these fields of the form that was sent, without blanks around it. */
    public Map<String, String> sent(Collection<String> fields) {
        Map<String, String> sent = new LinkedHashMap<>();
        for (String field : fields) {
            Object value = CurrentRequestManager.get().getFormParameter(field, true, false);
            sent.put(field, value instanceof String text ? text.strip() : "");
        }
        return sent;
    }

    /** Text of a form's field without blanks around it; empty when there is none. */
    public static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }
}
