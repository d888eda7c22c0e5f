package dev.lotline.edge.floor.raw;

import dev.lotline.edge.floor.resolve.Barcode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One raw scan, as a device sends it that knows nothing of what it scans. */
@Schema(name = "RawScan")
record RawScanBody(
        @Schema(required = true, description = "UUID made by the device for this pull of the trigger") @Nullable
        UUID id,

        @Schema(description = "the device's own count; a gap is accepted, a lower one than the last is not") @Nullable
        Long seq,

        @Schema(description = "the device's clock with offset: evidence, and what tells a repeat from a second unit")
        @Nullable
        OffsetDateTime at,

        @Schema(required = true, description = "text as received, GS as U+001D") @Nullable
        String data,

        @Schema(description = "base64url of the decoder's bytes; wins over data") @Nullable
        String bytes,

        @Schema(examples = {"]d2"}) @Nullable String symbology,
        @Nullable String labelType,
        @Nullable String source,
        @Nullable Boolean capsLock) {

    Barcode barcode() {
        return new Barcode(data, bytes, symbology, labelType, source, null, capsLock, null);
    }
}
