package dev.lotline.edge.floor.resolve;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A raw scan to be explained, and what is open around it. */
@Schema(description = "A raw scan and its context; nothing is booked")
record ResolveRequest(
        @Schema(required = true) @Nullable String data,
        @Nullable String bytes,
        @Nullable String symbology,
        @Nullable String labelType,
        @Nullable String source,

        @Schema(description = "a profile by name instead of the device's; only where the clock is adjustable") @Nullable
        String profile,

        @Nullable Boolean capsLock,
        @Nullable List<Integer> keyGaps,
        @Nullable Context context,

        @Schema(description = "only where the clock is adjustable") @Nullable
        LocalDate today) {

    record Context(
            @Nullable String warehouse,
            @Nullable DocumentReference receivingOrder,
            @Nullable DocumentReference order,
            @Nullable String location) {}

    Barcode barcode() {
        return new Barcode(data, bytes, symbology, labelType, source, profile, capsLock, keyGaps);
    }
}
