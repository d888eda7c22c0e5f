package dev.lotline.edge.console.catalog;

import dev.lotline.edge.console.shell.Pasted;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.operations.catalog.ItemBody;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.LengthUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an item out of its form. What can't be read is named; whether the rest may be so, the item's own rules say. */
final class ItemReader {
    private static final int LONGEST_NUMBER = 32;

    private final ItemForm form;
    private final FieldCheck check = new FieldCheck();

    private ItemReader(ItemForm form) {
        this.form = form;
    }

    /** Ends with VALIDATION_FAILED naming every field that can't be read. */
    static ItemBody read(ItemForm form) {
        ItemReader reader = new ItemReader(form);
        ItemBody item = reader.item();
        reader.check.done();
        return item;
    }

    private ItemBody item() {
        return new ItemBody(
                null,
                null,
                given("name"),
                ticked("tracking"),
                ticked("lotTracked"),
                choice("type", Item.Type.values()),
                choice("status", Item.Status.values()),
                ticked("visible"),
                given("unit"),
                whole("decimals"),
                dimensions(),
                null,
                number("weight", form.value("weight")),
                codes(ItemBody.Barcode::new),
                choice("burnOrder", Item.BurnOrder.values()),
                ticked("allowMixingLocations"),
                whole("minShelfLifeDays"),
                choice("customerReturns", Item.ReturnAction.values()),
                choice("returnedToSender", Item.ReturnAction.values()),
                choice("rtsBackup", Item.ReturnAction.values()),
                number("lowSupplyThreshold", form.value("lowSupplyThreshold")),
                number("reorderPoint", form.value("reorderPoint")),
                number("unitValue", form.value("unitValue")),
                given("lotNumberPattern"),
                given("temperatureClass"),
                choice("storageClass", Item.StorageClass.values()),
                choice("receivingLabels", Item.ReceivingLabels.values()),
                choice("virtualInventory", Item.VirtualInventory.values()),
                parts());
    }

    private ItemBody.@Nullable Dimensions dimensions() {
        boolean none = Stream.of("length", "width", "height")
                .allMatch(each -> form.value("dimensions." + each).isEmpty());
        return none
                ? null
                : new ItemBody.Dimensions(
                        number("dimensions.length", form.value("dimensions.length")),
                        number("dimensions.width", form.value("dimensions.width")),
                        number("dimensions.height", form.value("dimensions.height")),
                        choice("dimensions.unit", LengthUnit.values()));
    }

    private List<ItemBody.Barcode> codes(BiFunction<String, @Nullable BigDecimal, ItemBody.Barcode> made) {
        return lines("barcodes", made);
    }

    private List<ItemBody.Part> parts() {
        return lines("components", ItemBody.Part::new);
    }

    private <T> List<T> lines(String field, BiFunction<String, @Nullable BigDecimal, T> made) {
        List<List<String>> lines = form.value(field)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Pasted::cells)
                .toList();
        return Stream.iterate(0, n -> n + 1)
                .limit(lines.size())
                .map(n -> made.apply(
                        Pasted.at(lines.get(n), 0), number(field + "[" + n + "].quantity", Pasted.at(lines.get(n), 1))))
                .toList();
    }

    private @Nullable String given(String field) {
        return View.given(form.value(field));
    }

    private Boolean ticked(String field) {
        return !form.value(field).isEmpty();
    }

    private @Nullable Integer whole(String field) {
        BigDecimal number = number(field, form.value(field));
        boolean right = number == null || number.stripTrailingZeros().scale() <= 0 && number.precision() <= 9;
        check.that(right, field, "must be a whole number");
        return number == null || !right ? null : Integer.valueOf(number.intValue());
    }

    private @Nullable BigDecimal number(String field, String text) {
        try {
            return text.isEmpty() ? null : new BigDecimal(text.length() > LONGEST_NUMBER ? "" : text);
        } catch (NumberFormatException notOne) {
            check.wrong(field, "must be a number");
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(String field, E[] values) {
        String name = form.value(field);
        E chosen = Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
        check.that(name.isEmpty() || Objects.nonNull(chosen), field, "must be one of " + List.of(values));
        return chosen;
    }
}
