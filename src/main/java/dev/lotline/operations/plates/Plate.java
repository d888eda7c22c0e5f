package dev.lotline.operations.plates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plate as it stands. */
@Schema(name = "Plate")
public record Plate(
        @Schema(description = "18 digits of an SSCC, or an LPN without its prefix", example = "306141410000000426")
        String code,

        @Schema(description = "LPN or SSCC") String kind,

        String location,

        @Schema(description = "the plate that it stands on") @Nullable
        String parent,

        @Schema(description = "what stands on it itself; by SKU, then expiration")
        List<Content> contents,

        @Schema(description = "codes of the plates that stand on it")
        List<String> plates) {

    /** Units of one lot in one state. */
    @Schema(name = "PlateContent")
    public record Content(
            String owner,
            String sku,
            String name,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String state,
            BigDecimal quantity) {}

    /** A row of a list; {@code lines} = kinds of goods on it, {@code id} = place in the list. */
    @Schema(name = "PlateHeading")
    public record Heading(
            long id,
            String code,
            String kind,
            String location,
            @Nullable String parent,
            int lines) {}
}
