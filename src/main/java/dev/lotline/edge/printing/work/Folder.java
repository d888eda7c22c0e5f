package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.work.Drawing.Drawn;
import dev.lotline.edge.printing.work.Drawing.Sheet;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.PrintJob;
import dev.lotline.operations.printing.PrintQueue;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A printer that is a folder: one file for each job, there whole or not at all. What becomes of the files nobody says, so
 * that their labels are assumed.
 */
final class Folder {
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int MOST_JOBS = 200;

    private final Machine printer;
    private final PrintQueue queue;
    private final Drawing drawing;
    private final @Nullable Path root;

    /** @param root null = this house has no folders */
    Folder(Machine printer, PrintQueue queue, Drawing drawing, @Nullable Path root) {
        this.printer = printer;
        this.queue = queue;
        this.drawing = drawing;
        this.root = root;
    }

    /** True if everything that was due is in the folder. */
    boolean fill() {
        Path folder = folder();
        String health = folder == null ? "UNREACHABLE" : "READY";
        if (!health.equals(printer.health())) {
            done(queue.health(printer, health));
        }
        for (int n = 0; folder != null && n < MOST_JOBS; n++) {
            PrintJob job = done(queue.lease(printer));
            if (job == null) {
                return true;
            }
            if (!put(folder, job)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Path folder() {
        if (root == null) {
            return null;
        }
        try {
            return Files.createDirectories(root.resolve(printer.code()));
        } catch (IOException e) {
            return null;
        }
    }

    private boolean put(Path folder, PrintJob job) {
        Drawn drawn = drawing.drawn(job, printer);
        Sheet sheet = drawn.sheet();
        if (sheet == null) {
            done(queue.refused(job, drawn.state(), drawn.code(), drawn.message()));
            return true;
        }
        byte[] zpl = sheet.bytes();
        byte[] hash = CanonicalJson.sha256().digest(zpl);
        Path hidden = folder.resolve("." + job.id());
        try {
            Files.write(hidden, zpl);
            if (!done(queue.begin(job, sheet.template(), sheet.version(), hash, null, sheet.missing()))) {
                Files.delete(hidden);
                return true;
            }
            Files.move(hidden, folder.resolve(job.id() + ".zpl"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            done(queue.again(job, "NOT_SENT", "the folder takes no file"));
            return false;
        }
        done(queue.sent(job, zpl.length));
        done(queue.assumed(job, zpl.length));
        return true;
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(LONGEST);
    }
}
