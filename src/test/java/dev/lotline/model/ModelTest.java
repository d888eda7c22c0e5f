package dev.lotline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of 50 operations, played in the database and in the model; every figure is compared after each step.
 * As many as 10 seconds allow, the same ones every time; {@code -Dmodel.sequences=2000} plays so many, however long it
 * takes, and {@code -Dmodel.seed=…} starts elsewhere.
 */
@QuarkusTest
@TestProfile(OwnHouse.class)
class ModelTest {
    private static final int LENGTH = 50;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int AT_LEAST = 30;
    /** One more than processors: while one thinks, its session waits. */
    private static final int PLAYERS = Runtime.getRuntime().availableProcessors() + 1;

    private static final long SEED = Long.getLong("model.seed", 1);

    @BeforeAll
    static void own_clocks() throws Exception {
        OwnHouse.giveEverySessionItsClock();
    }

    @Test
    void the_books_stand_as_the_model_says_after_every_step() throws Exception {
        long start = System.nanoTime();
        AtomicLong played = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(PLAYERS);
        try {
            List<Future<String>> players = new ArrayList<>();
            for (int n = 0; n < PLAYERS; n++) {
                players.add(threads.submit(() -> play(played, start)));
            }
            for (Future<String> player : players) {
                String difference = player.get();
                assertEquals("", difference, "after " + played + " sequences");
            }
        } finally {
            threads.shutdown();
        }
        String done = played + " sequences of " + LENGTH + " operations in " + seconds(start) + " s";
        System.getLogger("model").log(System.Logger.Level.INFO, done);
        assertTrue(played.get() >= Integer.getInteger("model.sequences", AT_LEAST), done);
    }

    /** Plays until the sequences or the time are used up, or one differs; then it says so, made short. */
    private static String play(AtomicLong played, long start) throws Exception {
        Player player = OwnHouse.player();
        long many = Long.getLong("model.sequences", Long.MAX_VALUE);
        boolean timed = many == Long.MAX_VALUE;
        while (!timed || seconds(start) < TIME.toSeconds()) {
            long number = played.getAndIncrement();
            if (number >= many) {
                played.decrementAndGet();
                return "";
            }
            Sequence sequence = Sequence.of(SEED + number, LENGTH);
            if (player.play(sequence) != null) {
                Sequence shortest = Shrinking.shrink(sequence, each -> player.play(each) != null);
                return shortest + "\n" + player.play(shortest).what();
            }
        }
        return "";
    }

    @Test
    void the_invariants_of_the_books_hold_after_random_sequences() throws Exception {
        Map<String, String> questions = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/invariants"))) {
            for (Path file : files.toList()) {
                questions.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertTrue(questions.size() >= 18, questions.keySet().toString());
        Player player = OwnHouse.player();
        for (long seed = SEED; seed < SEED + 20; seed++) {
            assertEquals(List.of(), player.found(Sequence.of(seed, LENGTH), questions), "seed " + seed);
        }
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    @Test
    void every_operation_is_drawn_and_so_is_what_must_be_refused() {
        Set<String> drawn = new TreeSet<>();
        // the last one is needed for an order whose goods grew too old between picking and shipping
        LongStream.concat(LongStream.range(0, 300), LongStream.of(767))
                .mapToObj(seed -> Sequence.of(seed, LENGTH))
                .flatMap(sequence -> sequence.expected().stream())
                .forEach(step -> drawn.add(step.op().getClass().getSimpleName() + " " + step.answer()));
        assertTrue(
                drawn.containsAll(List.of(
                        "Adjust OK ADJUSTED",
                        "Adjust REFUSED NOT_ENOUGH_STOCK",
                        "Announce OK ANNOUNCED",
                        "CancelOrder OK CANCELLED",
                        "CancelOrder REFUSED ORDER_CLOSED",
                        "CancelOrder REFUSED PICKED_UNITS",
                        "CancelReceiving OK CANCELLED",
                        "CancelReceiving REFUSED ALREADY_COUNTED",
                        "CancelReceiving REFUSED DOCUMENT_CLOSED",
                        "Close OK CLOSED",
                        "Close REFUSED DOCUMENT_CLOSED",
                        "Commit OK COMMITTED",
                        "Commit REFUSED DOCUMENT_CLOSED",
                        "Hold OK HELD",
                        "Move OK MOVED",
                        "Move REFUSED LOCATION_LOCKED",
                        "Move REFUSED LOT_MIX_FORBIDDEN",
                        "Move REFUSED NOT_ENOUGH_STOCK",
                        "Move REFUSED WRONG_LOCATION",
                        "NextDay OK DAY_CLOSED",
                        "Order OK ACCEPTED",
                        "Pick OK PICKED",
                        "Pick REFUSED LOT_EXPIRED",
                        "Pick REFUSED LOT_ON_HOLD",
                        "Pick REFUSED MORE_THAN_TASK",
                        "Pick REFUSED SHELF_LIFE_TOO_SHORT",
                        "Pick REFUSED TASK_ALREADY_PICKED",
                        "Pick REFUSED TASK_STOPPED",
                        "Pick REFUSED WRONG_LOT",
                        "Receive OK RECEIVED",
                        "Receive REFUSED DOCUMENT_CLOSED",
                        "Receive WARN OVERAGE_COUNTED",
                        "Release OK RELEASED",
                        "Release REFUSED ORDER_CLOSED",
                        "Ship OK SHIPPED",
                        "Ship REFUSED LOT_ON_HOLD",
                        "Ship REFUSED NOTHING_PICKED",
                        "Ship REFUSED NOT_FULLY_PICKED",
                        "Ship REFUSED ORDER_CLOSED",
                        "Ship REFUSED SHELF_LIFE_TOO_SHORT",
                        "Short OK SHORT",
                        "Short REFUSED MORE_THAN_TASK",
                        "Short REFUSED TASK_ALREADY_PICKED",
                        "Short REFUSED TASK_STOPPED",
                        "Stow OK STOWED",
                        "Stow REFUSED LOCATION_LOCKED",
                        "Stow REFUSED LOT_MIX_FORBIDDEN",
                        "Stow REFUSED NOT_ENOUGH_STOCK",
                        "Stow REFUSED WRONG_LOCATION",
                        "Unhold OK RELEASED_FROM_HOLD",
                        "Unhold REFUSED ALREADY_RESOLVED",
                        "Unpick OK UNPICKED",
                        "Unpick REFUSED LOCATION_LOCKED",
                        "Unpick REFUSED NOT_ENOUGH_STOCK")),
                drawn.toString());
    }
}
