package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.waves.NewWave;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes onto a cart. */
@Schema(name = "Wave")
public record WaveBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(required = true, example = "W1") @Nullable String warehouse,

        @Schema(description = "These, in this order on the cart; absent = the most urgent with something to pick.")
        @Nullable
        List<NewWave.Order> orders,

        @Schema(description = "Only orders to be shipped by this day.") @Nullable
        LocalDate cutOff,

        @Schema(description = "1 to 5000; required where no orders are named.", example = "12") @Nullable
        Integer maxOrders,

        @Schema(description = "Tote codes, one for each position on the cart; at most so many orders.") @Nullable
        List<String> totes,

        @Schema(description = "Who has the run: a device or credential by name.") @Nullable
        String holder)
        implements Keyed {

    /** Absent fields stay absent; {@link NewWave} says which must be there. */
    NewWave wave() {
        return new NewWave(warehouse == null ? "" : warehouse, orders, cutOff, maxOrders, totes, holder);
    }
}
