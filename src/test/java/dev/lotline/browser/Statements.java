package dev.lotline.browser;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Writes down which statements go to the database for a page; what the house asks by itself belongs to no page. */
@Singleton
public final class Statements implements VertxOptionsCustomizer, VertxTracer<List<String>, Object> {
    private static final Map<String, List<String>> OF_PAGES = new ConcurrentHashMap<>();
    private static final Object PAGE = new Object();

    /** Those of the last request for this path and query, the look for the session among them. */
    static List<String> of(String address) {
        return new ArrayList<>(OF_PAGES.getOrDefault(address, List.of()));
    }

    @Override
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(tracing -> this));
    }

    @Override
    public <R> List<String> receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Map.Entry<String, String>> headers,
            TagExtractor<R> tags) {
        List<String> statements = new CopyOnWriteArrayList<>();
        String url = tags.extract(request).getOrDefault("http.url", "");
        OF_PAGES.put(url.replaceFirst("https?://[^/]+", ""), statements);
        if (ofOneRequest(context)) {
            context.putLocal(PAGE, statements);
        }
        return statements;
    }

    @Override
    public <R> Object sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        List<String> statements = ofOneRequest(context) ? context.getLocal(PAGE) : null;
        if (statements != null && kind == SpanKind.RPC) {
            statements.add(tags.extract(request).getOrDefault("db.statement", operation));
        }
        return PAGE;
    }

    private static boolean ofOneRequest(Context context) {
        return VertxContext.isDuplicatedContext(context);
    }
}
