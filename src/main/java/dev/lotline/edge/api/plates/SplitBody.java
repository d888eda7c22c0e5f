package dev.lotline.edge.api.plates;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.plates.PlateUnits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Units that come off a plate: onto another one, or loose when none is named. */
@Schema(name = "SplitPlate")
record SplitBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "The other plate; made if it is new.") @Nullable
        String into,

        @Schema(description = "Instead of into: the next SSCC of this company prefix.") @Nullable
        String companyPrefix,

        @Schema(required = true, description = "1 to 200 lines.") @Nullable
        List<PlateUnits> contents)
        implements Keyed {}
