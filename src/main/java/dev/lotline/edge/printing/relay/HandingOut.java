package dev.lotline.edge.printing.relay;

import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.work.Drawing;
import dev.lotline.edge.printing.work.Drawing.Drawn;
import dev.lotline.edge.printing.work.Drawing.Sheet;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.access.Revocations;
import dev.lotline.operations.printing.Machine;
import dev.lotline.operations.printing.PrintJob;
import dev.lotline.operations.printing.RelayQueue;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The next labels of a printer whose relay asks for them, now or within the time it waits. */
@Singleton
class HandingOut {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final RelayQueue queue;
    private final Revocations revocations;
    private final Drawing drawing;

    HandingOut(RelayQueue queue, Revocations revocations, LabelTemplates templates) {
        this.queue = queue;
        this.revocations = revocations;
        this.drawing = new Drawing(templates);
    }

    /**
     * Null when there was nothing until {@code until}, a time of the machine's nano clock. Ends with UNAUTHENTICATED when
     * the relay was revoked meanwhile, on whichever node.
     *
     * @param relay the name of its credential
     * @param gone who asked is not there any more: nothing is handed out to nobody
     */
    Uni<@Nullable Handed> next(Machine printer, String relay, long until, BooleanSupplier gone) {
        if (printer.off() || gone.getAsBoolean()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .completionStage(() -> revocations.of(Set.of(relay)))
                .chain(revoked -> {
                    if (!revoked.isEmpty()) {
                        throw Refusal.of(RefusalCode.UNAUTHENTICATED);
                    }
                    return look(printer, relay, until, gone);
                });
    }

    private Uni<@Nullable Handed> look(Machine printer, String relay, long until, BooleanSupplier gone) {
        return queue.lease(printer).chain(job -> {
            if (job != null) {
                return drawn(printer, job)
                        .chain(handed -> handed == null
                                ? next(printer, relay, until, gone)
                                : Uni.createFrom().item(handed));
            }
            return System.nanoTime() - until >= 0
                    ? Uni.createFrom().nullItem()
                    : Uni.createFrom()
                            .nullItem()
                            .onItem()
                            .delayIt()
                            .by(BETWEEN_LOOKS)
                            .chain(() -> next(printer, relay, until, gone));
        });
    }

    /** Null if it can't be printed; then the job says why. */
    private Uni<@Nullable Handed> drawn(Machine printer, PrintJob job) {
        Drawn drawn = drawing.drawn(job, printer);
        Sheet sheet = drawn.sheet();
        if (sheet == null) {
            return queue.refused(printer, job, drawn.state(), drawn.code(), drawn.message())
                    .replaceWith((Handed) null);
        }
        byte[] zpl = sheet.bytes();
        byte[] hash = CanonicalJson.sha256().digest(zpl);
        Handed handed = new Handed(
                job.id().toString(),
                Base64.getEncoder().encodeToString(zpl),
                job.labels().size(),
                HexFormat.of().formatHex(hash));
        return queue.begin(printer, job, sheet.template(), sheet.version(), hash, sheet.missing())
                .map(ours -> ours ? handed : null);
    }
}
