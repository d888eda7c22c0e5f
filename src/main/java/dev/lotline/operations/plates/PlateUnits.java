package dev.lotline.operations.plates;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Units that go onto a plate or come off it, by their codes. What is not {@code @Nullable} is there once checked. */
@Schema(name = "PlateUnits")
public record PlateUnits(
        @Schema(required = true) String owner,
        @Schema(required = true) String sku,

        @Schema(description = "a lot item needs its number or its expiration") @Nullable
        String lotNumber,

        @Nullable LocalDate expirationDate,

        @Schema(description = "absent = good units first", example = "AVAILABLE") @Nullable
        String state,

        @Schema(required = true, description = "more than 0")
        BigDecimal quantity) {}
