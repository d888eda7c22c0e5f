package dev.lotline.edge.printing.relay;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import dev.lotline.operations.printing.RelayQueue.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a job that was handed out. */
@Schema(name = "RelayOutcome")
public record OutcomeBody(
        @Schema(
                required = true,
                description = "NOT_STARTED: not a byte has gone, it is handed out again. SENT: all of it has gone."
                        + " CONFIRMED: the printer said twice that it was done. UNKNOWN: it broke off.")
        @Nullable
        String result,

        @Schema(description = "bytes that may have reached the printer; absent = 0") @Nullable
        Integer bytesWritten) {
    private static final Map<String, String> STATES =
            Map.of("NOT_STARTED", "QUEUED", "SENT", "SENT", "CONFIRMED", "CONFIRMED", "UNKNOWN", "UNKNOWN");
    private static final int MOST_BYTES = 1 << 20;

    Outcome checked() {
        List<Violation> wrong = new ArrayList<>();
        if (result == null || !STATES.containsKey(result)) {
            wrong.add(new Violation("result", "must be NOT_STARTED, SENT, CONFIRMED or UNKNOWN"));
        }
        if (bytesWritten != null && (bytesWritten < 0 || bytesWritten > MOST_BYTES)) {
            wrong.add(new Violation("bytesWritten", "must lie between 0 and " + MOST_BYTES));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return new Outcome(
                STATES.getOrDefault(String.valueOf(result), "UNKNOWN"), bytesWritten == null ? 0 : bytesWritten);
    }
}
