package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.ordering.Shipment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an order leaves the house; all of it may be left out. */
@Schema(name = "Ship")
public record ShipBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(example = "UPS") @Nullable String carrier,

        @Schema(example = "1Z999AA10123456784") @Nullable String trackingNumber,

        @Schema(description = "At least 1.") @Nullable Integer packages,

        @Schema(description = "true = only if everything open is picked, else NOT_FULLY_PICKED.") @Nullable
        Boolean complete)
        implements Keyed {

    static Shipment shipment(@Nullable ShipBody body) {
        return body == null
                ? new Shipment(null, null, null, false)
                : new Shipment(
                        body.carrier, body.trackingNumber, body.packages, body.complete != null && body.complete);
    }
}
