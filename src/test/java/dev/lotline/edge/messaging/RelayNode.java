package dev.lotline.edge.messaging;

import dev.lotline.given.PrintHouse;
import dev.lotline.operations.messaging.OutboxEvent;
import dev.lotline.operations.messaging.Outboxes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** What tells, as a process of its own that can be killed; its broker is a file that keeps what was appended. */
public final class RelayNode {
    static final Duration LEASE = Duration.ofMillis(600);
    private static final Duration EVERY = Duration.ofMillis(10);

    private RelayNode() {}

    /** Works until it is killed, or until whoever started it has gone. */
    public static void main(String[] arguments) throws IOException {
        Pool pool = PrintHouse.pool(arguments[0], arguments[1]);
        Path broker = Path.of(arguments[2]);
        new BusRelay(Outboxes.over(pool), events -> append(broker, events), true, EVERY, LEASE).begin();
        while (System.in.read() >= 0) {
            // the end of the stream is the end of the test
        }
        System.exit(0);
    }

    /** In small pieces, so that a kill often finds a batch half told. */
    private static Uni<Void> append(Path broker, List<OutboxEvent> events) {
        return Uni.createFrom().voidItem().invoke(() -> {
            for (OutboxEvent event : events) {
                try {
                    Files.writeString(
                            broker,
                            event.number() + " " + new JsonObject(event.data()).getString("place") + " " + event.id()
                                    + "\n",
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
