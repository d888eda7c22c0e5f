package dev.lotline.edge.api.plates;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.plates.PlateUnits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Loose units of a place that shall stand on a plate. */
@Schema(name = "BuildPlate")
record BuildBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(
                description =
                        "An SSCC or the LPN of a label that is there already; new, or a plate in this place, or an"
                                + " empty one.",
                example = "LPN-7QK2M4ZD9QXA")
        @Nullable
        String code,

        @Schema(description = "Instead of code: the next SSCC of this company prefix.", example = "0614141") @Nullable
        String companyPrefix,

        @Schema(required = true, description = "Where the units and the plate stand.", example = "A-01") @Nullable
        String location,

        @Schema(required = true, description = "1 to 200 lines.") @Nullable
        List<PlateUnits> contents)
        implements Keyed {}
