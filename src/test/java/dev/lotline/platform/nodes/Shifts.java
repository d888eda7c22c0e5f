package dev.lotline.platform.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.EmbeddedPostgresResource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shifts of 32 handhelds through the balancer, one after the other until it is enough. Each one sends everything that was
 * acknowledged once more at its end, and has the books checked; it ends with 0 only if all of it holds.
 */
final class Shifts implements AutoCloseable {
    private static final int HANDHELDS = 32;
    private static final String MINUTES = "0.8";

    private final Path folder;
    private final int paceMillis;
    private final StringBuilder said = new StringBuilder();
    private final CompletableFuture<Void> playing;
    private volatile boolean enough;
    private volatile @Nullable Process shift;
    private int shifts;

    /** Begins. Each handheld thinks so long between two scans. */
    Shifts(Path folder, int paceMillis) {
        this.folder = folder;
        this.paceMillis = paceMillis;
        this.playing = CompletableFuture.runAsync(this::play);
    }

    private void play() {
        try {
            while (!enough) {
                File log = folder.resolve("shift-" + ++shifts + ".txt").toFile();
                Process one = new ProcessBuilder(List.of(
                                "devices/simulators/shift",
                                "--url",
                                Cluster.url(),
                                "--token",
                                EmbeddedPostgresResource.ADMIN_TOKEN,
                                "--furnish",
                                "--verify",
                                "--handhelds",
                                "" + HANDHELDS,
                                "--minutes",
                                MINUTES,
                                "--pace",
                                "" + paceMillis,
                                "--seed",
                                "" + shifts))
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
                shift = one;
                int exit = one.waitFor();
                said.append(Files.readString(log.toPath()));
                assertEquals(0, exit, said::toString);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end of the shift that is being played. Fails if one of them did not hold. */
    void end() {
        enough = true;
        playing.join();
    }

    /** In the middle of it, when the run has failed already. */
    @Override
    public void close() {
        enough = true;
        Process one = shift;
        if (one != null) {
            one.descendants().forEach(ProcessHandle::destroyForcibly);
            one.destroyForcibly();
        }
    }

    String said() {
        return said.toString();
    }

    /** Of a figure that every shift says at its end. */
    long sum(String figure) {
        return Pattern.compile("^" + figure + " +(\\d+)", Pattern.MULTILINE)
                .matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @Override
    public String toString() {
        return "%d shifts, %d scans acknowledged, %d sent once more, 0 lost, 0 double; %d connections lost, %d tried a third time; scans/s %s"
                .formatted(
                        shifts,
                        sum("acknowledged"),
                        sum("verified"),
                        sum("lost connections"),
                        sum("tried a third time"),
                        Pattern.compile("^scans/s +(\\S+)", Pattern.MULTILINE)
                                .matcher(said)
                                .results()
                                .map(found -> found.group(1))
                                .toList());
    }
}
