package dev.lotline.edge.jsonrpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Writes an answer whose result is {@link Rows}: a part is read when the one before it has gone out to the client, so that
 * a slow one holds a part in memory and not a list. What goes wrong after the first part can't be said any more: the
 * connection is cut, and no client takes half a list for a whole one.
 */
final class Writing {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] END = {']', '}'};

    private final ObjectMapper json;
    private final HttpServerResponse response;
    private final AtomicBoolean begun = new AtomicBoolean();

    Writing(ObjectMapper json, HttpServerResponse response) {
        this.json = json;
        this.response = response;
    }

    /** True once it is too late to say no. */
    boolean begun() {
        return begun.get();
    }

    /** @param answer whose result the rows are */
    Uni<Void> write(Map<String, Object> answer, Rows rows) {
        Map<String, Object> head = new LinkedHashMap<>(answer);
        head.put("result", List.of());
        Buffer opening = encoded(head);
        return rows.each(part -> part.isEmpty() ? Uni.createFrom().voidItem() : sent(next(opening, part)))
                .chain(() -> {
                    Buffer rest = begun.get() ? Buffer.buffer() : untilArray(opening);
                    begun.set(true);
                    return ended(rest.appendBytes(END));
                });
    }

    private Buffer next(Buffer opening, List<?> part) {
        Buffer rows = encoded(part);
        Buffer content = rows.slice(1, rows.length() - 1);
        if (!begun.get()) {
            response.setChunked(true);
        }
        return begun.getAndSet(true)
                ? Buffer.buffer().appendByte((byte) ',').appendBuffer(content)
                : untilArray(opening).appendBuffer(content);
    }

    private static Buffer untilArray(Buffer opening) {
        return Buffer.buffer().appendBuffer(opening, 0, opening.length() - END.length);
    }

    private Uni<Void> sent(Buffer part) {
        return within(() -> response.write(part));
    }

    private Uni<Void> ended(Buffer rest) {
        return within(() -> response.end(rest));
    }

    /** Done when it is out; a client that takes nothing for too long is given up. */
    private static Uni<Void> within(Supplier<Future<Void>> writing) {
        return Uni.createFrom()
                .completionStage(() -> writing.get().toCompletionStage())
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private Buffer encoded(Object value) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(value));
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
