package dev.lotline.edge.api;

import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Answers in our own words where the HTTP server would use its own: a body that is too large, a path nobody has. */
@Singleton
final class HttpEdges {
    /** Before the server's own limit, which answers without a word. */
    private static final int BEFORE_THE_SERVER = 100;

    private static final int AFTER_ALL_ROUTES = Integer.MAX_VALUE - 1;

    /** After the server has noted its own limit for bodies of unknown length. */
    private static final int AFTER_THE_SERVER = 1;

    /** Under this name the server keeps the limit of a body whose length it doesn't know. */
    private static final String LIMIT_OF_STREAM = "io.quarkus.max-request-size";

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** Photos are larger than anything else we take. */
    private static final String PHOTOS = "/floor/decode";

    private final long mostBytes;
    private final long mostOfPhotos;

    HttpEdges(
            @ConfigProperty(name = "lotline.http.max-body-size") MemorySize mostBytes,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostOfPhotos) {
        this.mostBytes = mostBytes.asLongValue();
        this.mostOfPhotos = mostOfPhotos.asLongValue();
    }

    void beforeAll(@Observes Filters filters) {
        filters.register(this::bodySize, BEFORE_THE_SERVER);
        filters.register(HttpEdges::address, BEFORE_THE_SERVER - 1);
        filters.register(this::streamSize, AFTER_THE_SERVER);
    }

    void afterAll(@Observes Router router) {
        router.route().order(AFTER_ALL_ROUTES).handler(context -> answer(context, Refusal.of(RefusalCode.NOT_FOUND)));
    }

    private void bodySize(RoutingContext context) {
        if (length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > limit(context)) {
            // the rest of the body is not read: this connection can't be used again
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(context, Refusal.of(RefusalCode.TOO_LARGE));
            return;
        }
        context.next();
    }

    private void streamSize(RoutingContext context) {
        if (context.get(LIMIT_OF_STREAM) != null) {
            context.put(LIMIT_OF_STREAM, limit(context));
        }
        context.next();
    }

    private long limit(RoutingContext context) {
        return PHOTOS.equals(context.normalizedPath()) ? mostOfPhotos : mostBytes;
    }

    private static void address(RoutingContext context) {
        if (Addresses.readable(context.request().uri())) {
            context.next();
        } else {
            Map<String, String> facts = Map.of("field", "address", "expected", "percent-encoded UTF-8 without NUL");
            answer(context, Refusal.of(RefusalCode.MALFORMED, facts));
        }
    }

    private static long length(@Nullable String header) {
        return header == null || !LENGTH.matcher(header).matches() ? 0 : Long.parseLong(header);
    }

    private static void answer(RoutingContext context, Refusal refusal) {
        Problem problem = Problem.of(
                refusal,
                Sentences.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                context.request().path());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encode(problem.members()));
    }
}
