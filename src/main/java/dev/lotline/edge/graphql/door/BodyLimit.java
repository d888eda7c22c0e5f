package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A query is a page of text, not a file: more than 256 KB is not read. */
@Singleton
final class BodyLimit {
    private static final String PATH = "/graphql";
    private static final long MOST_BYTES = 256 * 1024L;

    /** Before the server's own limit, behind that of the house. */
    private static final int BEFORE_THE_SERVER = 98;

    void beforeAll(@Observes Filters filters) {
        filters.register(BodyLimit::check, BEFORE_THE_SERVER);
    }

    private static void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (!context.request().path().equals(PATH) || bytes(length) <= MOST_BYTES) {
            context.next();
            return;
        }
        Problem problem = Problem.of(
                Refusal.of(RefusalCode.TOO_LARGE),
                Sentences.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                PATH);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Json.encode(problem.members()));
    }

    private static long bytes(@Nullable String header) {
        return header == null || !header.matches("[0-9]{1,18}") ? 0 : Long.parseLong(header);
    }
}
