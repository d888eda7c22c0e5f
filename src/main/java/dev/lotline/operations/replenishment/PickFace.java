package dev.lotline.operations.replenishment;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many good units of an item a place should hold. */
@Schema(name = "PickFace")
public record PickFace(
        String location,
        String owner,
        String sku,

        @Schema(description = "with fewer units a task is made")
        BigDecimal minimum,

        @Schema(description = "it is filled up to this") BigDecimal maximum,
        @Schema(description = "good units there now") BigDecimal there,

        @Schema(description = "units that open tasks will bring")
        BigDecimal coming) {}
