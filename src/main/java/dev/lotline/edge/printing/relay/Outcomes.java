package dev.lotline.edge.printing.relay;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.RelayQueue;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What relays say became of their jobs, over either door. */
@Singleton
class Outcomes {
    private final RelayQueue queue;

    Outcomes(RelayQueue queue) {
        this.queue = queue;
    }

    /** Where the job stands now. */
    @Schema(name = "RelayAnswer")
    public record Answer(String job, String state) {}

    /** Ends with VALIDATION_FAILED, and UNKNOWN_PRINT_JOB when this relay has fetched none of that id. */
    Uni<Answer> said(@Nullable String job, OutcomeBody body, String relay) {
        RelayQueue.Outcome outcome = body.checked();
        UUID id = id(job);
        return queue.fetched(id, relay).chain(printer -> {
            if (printer == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_PRINT_JOB);
            }
            return queue.said(id, printer, outcome).map(state -> new Answer(id.toString(), state));
        });
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(RefusalCode.UNKNOWN_PRINT_JOB);
        }
    }
}
