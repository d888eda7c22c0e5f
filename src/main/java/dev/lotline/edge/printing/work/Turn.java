package dev.lotline.edge.printing.work;

import dev.lotline.edge.printing.link.HostStatus;
import dev.lotline.edge.printing.link.PrinterHealth;
import dev.lotline.edge.printing.link.PrinterLink;
import dev.lotline.edge.printing.link.PrinterLink.Answer;
import dev.lotline.edge.printing.link.PrinterLink.Sent;
import dev.lotline.edge.printing.work.Drawing.Drawn;
import dev.lotline.edge.printing.work.Drawing.Sheet;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.PrintJob;
import dev.lotline.operations.printing.PrintQueue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn at a printer: ask how it is, send what waits, one job after the other, and find out what became of each. What
 * is not known is said to be unknown; nothing is ever sent twice.
 */
final class Turn {
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int MOST_JOBS = 200;

    private final Machine printer;
    private final PrinterLink link;
    private final PrintQueue queue;
    private final Drawing drawing;
    private final Pace pace;
    private final BooleanSupplier stopping;
    private String said;

    Turn(Machine printer, PrinterLink link, PrintQueue queue, Drawing drawing, Pace pace, BooleanSupplier stopping) {
        this.printer = printer;
        this.link = link;
        this.queue = queue;
        this.drawing = drawing;
        this.pace = pace;
        this.stopping = stopping;
        this.said = printer.health();
    }

    /** True if everything that was due has been sent. */
    boolean take() {
        if (!isReady()) {
            return false;
        }
        settleInterrupted();
        for (int n = 0; n < MOST_JOBS && !stopping.getAsBoolean(); n++) {
            PrintJob job = done(queue.lease(printer));
            if (job == null) {
                return true;
            }
            if (!print(job) || !isReady()) {
                return false;
            }
        }
        return false;
    }

    /** What a node that died had sent last: exactly so many labels more say that they are there, anything else nothing. */
    private void settleInterrupted() {
        if (!printer.confirm().equals("ODOMETER")) {
            return;
        }
        PrintQueue.Interrupted left = done(queue.interrupted(printer));
        Long now = left == null ? null : link.odometer();
        if (left != null && now != null && now - left.odometer() == left.labels()) {
            done(queue.counted(left));
        }
    }

    /** A printer that confirms nothing may answer nothing either. */
    private boolean isReady() {
        Answer answer = link.ask();
        say(answer.health());
        return answer.health().takesLabels()
                || (printer.confirm().equals("NONE") && answer.health() == PrinterHealth.SILENT);
    }

    private void say(PrinterHealth health) {
        if (!health.name().equals(said)) {
            said = health.name();
            done(queue.health(printer, said));
        }
    }

    /** False if the printer should be left alone for a while. */
    private boolean print(PrintJob job) {
        Drawn drawn = drawing.drawn(job, printer);
        Sheet sheet = drawn.sheet();
        if (sheet == null) {
            done(queue.refused(job, drawn.state(), drawn.code(), drawn.message()));
            return true;
        }
        byte[] zpl = sheet.bytes();
        Long before = printer.confirm().equals("ODOMETER") ? link.odometer() : null;
        byte[] hash = CanonicalJson.sha256().digest(zpl);
        if (!done(queue.begin(job, sheet.template(), sheet.version(), hash, before, sheet.missing()))) {
            return true;
        }
        Sent sent = link.send(zpl, gone -> {});
        if (sent.trouble() != null && sent.bytes() == 0) {
            done(queue.again(job, "NOT_SENT", sent.trouble()));
            return false;
        }
        if (sent.trouble() != null) {
            done(queue.unknown(job, sent.bytes(), "CUT_OFF", sent.trouble()));
            return false;
        }
        done(queue.sent(job, zpl.length));
        return follow(job, zpl.length, before);
    }

    /** Waits for evidence; a printer that is blocked keeps the job for as long as it is. */
    private boolean follow(PrintJob job, long bytes, @Nullable Long before) {
        if (printer.confirm().equals("NONE")) {
            pause(pace.assumedAfter());
            done(queue.assumed(job, bytes));
            return true;
        }
        long patience = Math.min(
                pace.longestReady(),
                pace.forAnyJob() + (long) pace.forEachLabel() * job.labels().size());
        long ready = 0;
        int idle = 0;
        long look = pace.firstLook();
        pause(look);
        while (ready < patience && !stopping.getAsBoolean()) {
            Answer answer = link.ask();
            say(answer.health());
            if (!link.isOpen()) {
                return lost(job, bytes, before);
            }
            HostStatus status = answer.status();
            boolean blocked = answer.health() != PrinterHealth.READY && answer.health() != PrinterHealth.PRINTING;
            idle = status != null && status.idle() ? idle + 1 : 0;
            if (idle >= 2) {
                return settled(job, bytes, before);
            }
            if (idle == 1 && allCounted(job, bytes, before)) {
                return true;
            }
            look = idle > 0 ? pace.betweenLooks() : Math.min(look * 2, pace.betweenLooks() * 2L);
            pause(blocked ? pace.blockedLooks() : look);
            ready += blocked ? 0 : look;
        }
        done(queue.unknown(job, bytes, "NO_EVIDENCE", "the printer did not say that it was done"));
        return true;
    }

    /** A counter that has gone up by the labels of the job is waited for no longer. */
    private boolean allCounted(PrintJob job, long bytes, @Nullable Long before) {
        Long after = before == null ? null : link.odometer();
        if (before == null || after == null || after - before != job.labels().size()) {
            return false;
        }
        done(queue.confirmed(job, bytes, "ODOMETER"));
        return true;
    }

    private boolean settled(PrintJob job, long bytes, @Nullable Long before) {
        if (before == null) {
            done(queue.confirmed(job, bytes, "STATUS"));
            return true;
        }
        return counted(job, bytes, before);
    }

    private boolean counted(PrintJob job, long bytes, long before) {
        Long after = link.odometer();
        if (after != null && after - before == job.labels().size()) {
            done(queue.confirmed(job, bytes, "ODOMETER"));
        } else {
            String counted = after == null ? "nothing" : Long.toString(after - before);
            done(queue.unknown(
                    job,
                    bytes,
                    "COUNT_DIFFERS",
                    "the printer counted " + counted + " of " + job.labels().size()));
        }
        return true;
    }

    /** With the connection the printer may have lost what it held; only its counter can tell. */
    private boolean lost(PrintJob job, long bytes, @Nullable Long before) {
        if (before != null && link.ask().health().takesLabels()) {
            return counted(job, bytes, before);
        }
        done(queue.unknown(job, bytes, "CONNECTION_LOST", "the connection broke before the printer was done"));
        return false;
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(LONGEST);
    }
}
