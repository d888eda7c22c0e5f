package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.link.Networks;
import dev.lotline.edge.printing.link.PrinterLink.Patience;
import dev.lotline.given.PrintHouse;
import dev.lotline.operations.printing.Queues;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What prints, as a process of its own that can be killed: the worker of the application, and nothing else of it. */
public final class PrintNode {
    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);

    private PrintNode() {}

    /** A virtual printer needs no quarter of a second for a label. */
    static final Pace QUICK = new Pace(new Patience(500, 150, 1_000), 5, 15, 30, 1_000, 200, 2_000, 50, 30, 200, 50);

    /** Leaves time to die between the last byte and the first look. */
    static final Pace SLOW =
            new Pace(Patience.USUAL, 5_000, 305, 2_000, 5_000, 1_500, 60_000, 5_000, 2_000, 24_000, 12_000);

    /** Works until it is killed, or until whoever started it has gone. */
    public static void main(String[] arguments) throws IOException {
        Pool pool = PrintHouse.pool(arguments[0], arguments[1]);
        new PrintWorker(
                        Queues.over(pool),
                        new LabelTemplates("https://id.gs1.org"),
                        new Networks(List.of("127.0.0.0/8"), true),
                        null,
                        true,
                        EVERY,
                        NEVER,
                        switch (arguments[2]) {
                            case "quick" -> QUICK;
                            case "slow" -> SLOW;
                            default -> Pace.USUAL;
                        })
                .start(new StartupEvent());
        while (System.in.read() >= 0) {
            // the end of the stream is the end of the test
        }
        System.exit(0);
    }
}
