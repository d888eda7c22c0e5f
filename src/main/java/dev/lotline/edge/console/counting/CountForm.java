package dev.lotline.edge.console.counting;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.counting.NewCount;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that plans a count, as it was filled in. */
public class CountForm {
    private static final List<String> BASES =
            List.of("ZONE", "LOCATIONS", "ITEM", "ABC", "RANDOM", "ZERO_STOCK", "EMPTY_BIN");

    @RestForm
    @Nullable
    String id;

    @RestForm
    @Nullable
    String warehouse;

    @RestForm
    @Nullable
    String basis;

    @RestForm
    @Nullable
    String owner;

    @RestForm
    @Nullable
    String sku;

    @RestForm
    @Nullable
    String zone;

    @RestForm
    @Nullable
    String abc;

    @RestForm
    @Nullable
    String locations;

    @RestForm
    @Nullable
    String size;

    @RestForm
    @Nullable
    String note;

    /** Ends with VALIDATION_FAILED. */
    NewCount count() {
        return new NewCount(
                Frame.text(warehouse),
                Frame.text(basis),
                View.given(owner),
                View.given(sku),
                View.given(zone),
                View.given(abc),
                Stream.of(Frame.text(locations).split("[\\s,;]+"))
                        .filter(place -> !place.isEmpty())
                        .toList(),
                lines(),
                null,
                View.given(note));
    }

    private Integer lines() {
        try {
            return size == null || size.isBlank() ? NewCount.USUAL_SIZE : Integer.valueOf(size.strip());
        } catch (NumberFormatException notOne) {
            throw Refusal.invalid("size", "must be a whole number");
        }
    }

    Map<String, String> fields() {
        return Map.of(
                "warehouse", Frame.text(warehouse),
                "basis", Frame.text(basis),
                "owner", Frame.text(owner),
                "sku", Frame.text(sku),
                "zone", Frame.text(zone),
                "abc", Frame.text(abc),
                "locations", Frame.text(locations),
                "size", Frame.text(size),
                "note", Frame.text(note));
    }

    public List<String> bases() {
        return BASES;
    }

    /** In pages: what stands in a field. */
    public String get(String field) {
        return fields().getOrDefault(field, "");
    }
}
