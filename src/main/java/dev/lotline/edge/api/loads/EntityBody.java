package dev.lotline.edge.api.loads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.operations.loading.LoadEntry;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One quantity in a batch. What is wrong about it is told as its fate, not as an error of the batch. */
@Schema(name = "LoadEntity")
public record EntityBody(
        @Schema(description = "The owner.") @Nullable String retailerId,

        @Schema(description = "Taken, not used: positions are known by sku and location.") @Nullable
        String inventoryId,

        @Schema(required = true, description = "The sku.") @Nullable
        String skuRef,

        @Schema(required = true, description = "The warehouse.") @Nullable
        String locationRef,

        @Schema(
                required = true,
                description =
                        "Units: of LAST_ON_HAND what stands there, reserved ones included; else a" + " difference.")
        BigDecimal qty,

        @Schema(description = "Taken, not used: corrections are booked where they happen.") @Nullable
        BigDecimal correctedQty,

        @Schema(description = "Taken, not used: reservations are made by orders.") @Nullable
        BigDecimal reservedQty,

        @Schema(description = "Name of the quantity; made of sku, location, place, lot and type when it is left out.")
        @Nullable
        String ref,

        @Schema(description = "LAST_ON_HAND when it is left out; SALE, CORRECTION, DELTA, ADJUSTMENT, EXPECTED.")
        @Nullable
        String type,

        @Schema(description = "ACTIVE when it is left out, or INACTIVE.") @Nullable
        String status,

        @Nullable String condition,
        @Nullable OffsetDateTime expectedOn,

        @Schema(description = "Code of the place; may be left out where the item has good stock in one only.") @Nullable
        String storageAreaRef,

        @Schema(description = "When its source saw the goods; older than what is there = STALE.") @Nullable
        OffsetDateTime epoch,

        @Schema(description = "expiresOn and manufacturerBatchNumber name the lot; others are kept.") @Nullable
        List<@Nullable AttributeBody> attributes) {

    /** A named value. */
    @Schema(name = "LoadAttribute")
    public record AttributeBody(
            @Nullable String name,
            @Nullable String type,
            @Nullable JsonNode value) {}

    /** @param owner of the batch, where the entity names none */
    LoadEntry entry(int n, @Nullable String owner, @Nullable OffsetDateTime batchEpoch) {
        return new LoadEntry(
                n,
                new LoadEntry.Goods(
                        Objects.requireNonNullElse(retailerId, Objects.requireNonNullElse(owner, "")),
                        Objects.requireNonNullElse(locationRef, ""),
                        Objects.requireNonNullElse(skuRef, ""),
                        storageAreaRef,
                        attribute("manufacturerBatchNumber"),
                        date(attribute("expiresOn"))),
                ref,
                Objects.requireNonNullElse(type, "LAST_ON_HAND"),
                qty,
                status,
                epoch == null ? batchEpoch : epoch,
                condition,
                expectedOn,
                others());
    }

    private @Nullable String attribute(String name) {
        return attributes == null
                ? null
                : attributes.stream()
                        .filter(each -> each != null && name.equals(each.name) && each.value != null)
                        .map(each -> Objects.requireNonNull(Objects.requireNonNull(each).value)
                                .asText())
                        .findFirst()
                        .orElse(null);
    }

    /** A date that is none is one that nobody can keep. */
    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException notADay) {
            return LocalDate.MIN;
        }
    }

    private @Nullable JsonArray others() {
        if (attributes == null) {
            return null;
        }
        JsonArray kept = new JsonArray();
        for (AttributeBody each : attributes) {
            if (each != null && each.name != null) {
                kept.add(new io.vertx.core.json.JsonObject()
                        .put("name", each.name)
                        .put("type", Objects.requireNonNullElse(each.type, "STRING"))
                        .put("value", each.value == null ? null : each.value.asText()));
            }
        }
        return kept;
    }
}
