package dev.lotline.edge.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import dev.lotline.stock.ledger.DatabaseAway;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a refusal, an unreadable request or a fault becomes an RFC 9457 answer. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refusal(Refusal refusal, HttpHeaders headers, UriInfo uri) {
        return answer(Problem.of(refusal, language(headers), path(uri))).build();
    }

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException fault, HttpHeaders headers, UriInfo uri) {
        return refusal(MalformedJson.refusal(fault), headers, uri);
    }

    /** JSON that goes deeper or is longer than anything we read. */
    @ServerExceptionMapper
    Response beyondLimits(StreamConstraintsException fault, HttpHeaders headers, UriInfo uri) {
        return refusal(MalformedJson.refusal(fault), headers, uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException fault, HttpHeaders headers, UriInfo uri) {
        if (fault.getCause() instanceof JacksonException json) {
            return refusal(MalformedJson.refusal(json), headers, uri);
        }
        int status = fault.getResponse().getStatus();
        if (status < 400 || status >= 500) {
            return fault(fault, headers, uri);
        }
        Response.ResponseBuilder answer = answer(problem(status, language(headers), path(uri)));
        String allowed = fault.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response constraints(ConstraintViolationException fault, HttpHeaders headers, UriInfo uri) {
        List<Refusal.Violation> violations = fault.getConstraintViolations().stream()
                .map(wrong ->
                        new Refusal.Violation(field(wrong.getPropertyPath().toString()), wrong.getMessage()))
                .toList();
        return refusal(Refusal.invalid(violations), headers, uri);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException fault, HttpHeaders headers, UriInfo uri) {
        return refusal(Refusal.of(RefusalCode.UNAUTHENTICATED), headers, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException fault, HttpHeaders headers, UriInfo uri) {
        return refusal(Refusal.of(RefusalCode.FORBIDDEN), headers, uri);
    }

    /** What nobody expected: the whole story in the log, none of it in the answer. */
    @ServerExceptionMapper
    Response fault(Throwable fault, HttpHeaders headers, UriInfo uri) {
        if (DatabaseAway.says(fault)) {
            // a page that is left while it is told something ends like this, too; a database that is away is said again
            boolean maybeLeft = fault instanceof ClosedChannelException;
            LOG.logf(maybeLeft ? Logger.Level.DEBUG : Logger.Level.WARN, "the database is away or busy: %s", fault);
            return refusal(Refusal.of(RefusalCode.UNAVAILABLE), headers, uri);
        }
        LOG.error("fault while answering " + path(uri).replaceAll("\\p{Cntrl}", " "), fault);
        return answer(Problem.fault(language(headers), path(uri))).build();
    }

    static Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.members());
        return problem.retryable() ? answer.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS) : answer;
    }

    /** The refusal with this HTTP status, or, for one that has none such as 406, the standard's own name for it. */
    private static Problem problem(int status, Locale language, String path) {
        Optional<RefusalCode> code = Arrays.stream(RefusalCode.values())
                .filter(known -> known.status() == status && known != RefusalCode.OUT_OF_SCOPE)
                .findFirst();
        if (code.isPresent()) {
            return Problem.of(Refusal.of(code.get()), language, path);
        }
        Response.Status standard = Response.Status.fromStatusCode(status);
        String name = standard == null ? "REFUSED" : standard.name();
        String detail = standard == null ? "The request was refused." : standard.getReasonPhrase();
        return new Problem(status, name, detail, path, Map.of(), List.of());
    }

    /** {@code put.body.name} is {@code name} to the client. */
    private static String field(String propertyPath) {
        return propertyPath.substring(propertyPath.lastIndexOf('.') + 1);
    }

    private static Locale language(HttpHeaders headers) {
        return Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }
}
