package dev.lotline.edge.jsonrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final int PORT = 18_223;
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger read = new AtomicInteger();

    @AfterEach
    void no_server_stays() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void parts_are_written_as_one_array() throws Exception {
        serve(parts(List.of(List.of(1, 2), List.of(), List.of("three"))));
        assertEquals("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":[1,2,\"three\"]}", body(asked()));
    }

    @Test
    void nothing_is_an_empty_array() throws Exception {
        serve(parts(List.of(List.of())));
        assertEquals("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":[]}", body(asked()));
    }

    @Test
    void what_goes_wrong_before_the_first_part_can_still_be_said() throws Exception {
        serve(part -> Uni.createFrom().failure(new IllegalStateException("no")));
        assertEquals("{\"not\":\"begun\"}", body(asked()));
    }

    @Test
    void what_goes_wrong_later_ends_without_an_end() throws Exception {
        serve(part -> part.apply(List.of(1)).chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
        String answer = asked();
        assertTrue(answer.contains("\"result\":[1"), answer);
        assertTrue(!answer.contains("]}") && !answer.endsWith("0\r\n\r\n"), answer);
    }

    @Test
    void of_a_reader_who_takes_nothing_little_is_kept() throws Exception {
        List<String> megabyte = List.of("x".repeat(1_000_000));
        serve(parts(IntStream.range(0, 500).mapToObj(n -> megabyte).toList()));
        try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            reader.getOutputStream().write(request());
            int before = -1;
            for (int n = 0; n < 100 && (read.get() == 0 || read.get() != before); n++) {
                before = read.get();
                LockSupport.parkNanos(100_000_000);
            }
            assertTrue(read.get() < 50, read + " parts of 500 were read");
        }
    }

    @Test
    void a_batch_holds_only_so_many_rows() {
        Rows rows = parts(List.of(List.of(1, 2), List.of(3)));
        assertEquals(List.of(1, 2, 3), rows.all(3).await().indefinitely());
        assertThrows(RpcFault.class, () -> rows.all(2).await().indefinitely());
    }

    private Rows parts(List<? extends List<?>> parts) {
        return part -> next(parts.iterator(), part);
    }

    private Uni<Void> next(Iterator<? extends List<?>> rest, Function<List<?>, Uni<Void>> part) {
        if (!rest.hasNext()) {
            return Uni.createFrom().voidItem();
        }
        read.incrementAndGet();
        return part.apply(rest.next()).chain(() -> next(rest, part));
    }

    private void serve(Rows rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", 7);
        answer.put("result", rows);
        vertx.createHttpServer()
                .requestHandler(request -> {
                    Writing writing = new Writing(new ObjectMapper(), request.response());
                    writing.write(answer, rows).subscribe().with(all -> {}, fault -> {
                        if (writing.begun()) {
                            request.connection().close();
                        } else {
                            request.response().end("{\"not\":\"begun\"}");
                        }
                    });
                })
                .listen(PORT, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static byte[] request() {
        return "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static String asked() throws IOException {
        try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            reader.setSoTimeout(10_000);
            reader.getOutputStream().write(request());
            InputStream in = reader.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Without the lengths of its chunks. */
    private static String body(String answer) {
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        if (!answer.toLowerCase().contains("chunked")) {
            return body;
        }
        List<String> chunks = new ArrayList<>();
        for (int at = 0; at < body.length(); ) {
            int end = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, end), 16);
            chunks.add(body.substring(end + 2, end + 2 + length));
            at = end + 2 + length + 2;
        }
        return String.join("", chunks);
    }
}
