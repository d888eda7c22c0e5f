package dev.lotline.edge.api.replenishment;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a pick face should hold. */
@Schema(name = "PickFaceLimits")
record PickFaceBody(
        @Schema(required = true, description = "With fewer good units it is filled up.", example = "20") @Nullable
        BigDecimal minimum,

        @Schema(required = true, description = "To this.", example = "100") @Nullable
        BigDecimal maximum) {}
