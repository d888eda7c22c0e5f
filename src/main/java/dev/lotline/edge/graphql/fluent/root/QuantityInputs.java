package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.fluent.Attribute;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryQuantity;
import dev.lotline.edge.graphql.fluent.value.AttributeInput;
import dev.lotline.edge.graphql.fluent.value.CreateInventoryQuantityInput;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import dev.lotline.edge.graphql.fluent.value.UpdateInventoryQuantityInput;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.loading.LoadEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change of a quantity asks of the books. Pure. */
final class QuantityInputs {
    private static final String BATCH = "manufacturerBatchNumber";
    private static final String EXPIRES = "expiresOn";

    private QuantityInputs() {}

    /** Ends with VALIDATION_FAILED. */
    static LoadEntry created(CreateInventoryQuantityInput input, InventoryPosition position) {
        new FieldCheck()
                .that(
                        position.inCatalogue(input.catalogue.ref),
                        "catalogue.ref",
                        "must be the catalogue of the position")
                .done();
        Refs.text("ref", input.ref);
        return new LoadEntry(
                1,
                goods(
                        position,
                        input.storageAreaRef,
                        value(input.attributes, BATCH),
                        day(value(input.attributes, EXPIRES))),
                input.ref,
                input.type,
                BigDecimal.valueOf(input.quantity),
                null,
                null,
                input.condition,
                instant(input.expectedOn),
                attributes(input.attributes));
    }

    /** Is what was made under this name what is asked for now? */
    static boolean same(CreateInventoryQuantityInput input, InventoryQuantity there) {
        return there.getType().equals(input.type)
                && Objects.equals(there.getQuantity(), input.quantity)
                && (input.condition == null || input.condition.equals(there.getCondition()))
                && (input.storageAreaRef == null || input.storageAreaRef.equals(there.getStorageAreaRef()));
    }

    /** Ends with VALIDATION_FAILED. */
    static LoadEntry updated(UpdateInventoryQuantityInput input, InventoryQuantity there) {
        if (input.type != null && !input.type.equals(there.getType())) {
            throw Refusal.invalid("type", "must stay " + there.getType());
        }
        String place = input.storageAreaRef == null ? there.getStorageAreaRef() : input.storageAreaRef;
        return new LoadEntry(
                1,
                goods(there.position(), place, own(there, BATCH), day(own(there, EXPIRES))),
                there.getRef(),
                there.getType(),
                input.quantity == null ? there.getQuantityDecimal().value() : BigDecimal.valueOf(input.quantity),
                input.status,
                null,
                input.condition,
                instant(input.expectedOn),
                attributes(input.attributes));
    }

    private static LoadEntry.Goods goods(
            InventoryPosition position, @Nullable String place, @Nullable String lot, @Nullable LocalDate expires) {
        return new LoadEntry.Goods(
                position.owner(),
                String.valueOf(position.getLocationRef()),
                position.getProductRef(),
                place,
                lot,
                expires);
    }

    private static @Nullable String own(InventoryQuantity there, String name) {
        List<Attribute> attributes = there.getAttributes();
        return attributes == null
                ? null
                : attributes.stream()
                        .filter(each -> each.getName().equals(name))
                        .map(each -> each.getValue().stringValueForSerialization())
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String value(@Nullable List<AttributeInput> attributes, String name) {
        return attributes == null
                ? null
                : attributes.stream()
                        .filter(each -> each.name.equals(name))
                        .map(each -> each.value.stringValueForSerialization())
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException notADay) {
            throw Refusal.invalid("attributes." + EXPIRES, "must be a date");
        }
    }

    private static @Nullable OffsetDateTime instant(@Nullable DateTime moment) {
        return moment == null ? null : moment.value();
    }

    private static @Nullable JsonArray attributes(@Nullable List<AttributeInput> attributes) {
        if (attributes == null) {
            return null;
        }
        JsonArray kept = new JsonArray();
        attributes.forEach(each -> kept.add(new JsonObject()
                .put("name", each.name)
                .put("type", each.type)
                .put("value", each.value.stringValueForSerialization())));
        return kept;
    }
}
