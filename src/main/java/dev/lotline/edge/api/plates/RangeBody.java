package dev.lotline.edge.api.plates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A range of serials for the house's own SSCCs. */
@Schema(name = "SsccRange")
record RangeBody(
        @Schema(required = true, description = "0 to 9; the lowest with serials left is used.") @Nullable
        Integer extension,

        @Schema(description = "The first serial, where other software has used some.", defaultValue = "0") @Nullable
        Long first) {}
