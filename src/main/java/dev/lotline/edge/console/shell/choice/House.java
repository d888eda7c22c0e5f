package dev.lotline.edge.console.shell.choice;

import dev.lotline.edge.console.shell.choice.Choices.Choice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be narrowed to, and what it is narrowed to.
 *
 * @param owner the owner looked at; null when the house has none
 * @param warehouse null = all that may be seen
 * @param today the business date there
 */
public record House(
        List<Choice> owners,
        List<Choice> warehouses,
        @Nullable String owner,
        @Nullable String warehouse,
        LocalDate today) {
    /** The first owner when none is asked for. */
    public static House of(Choices choices, @Nullable String owner, @Nullable String warehouse) {
        List<Choice> owners = choices.owners();
        List<Choice> warehouses = choices.warehouses();
        LocalDate today = warehouses.stream()
                .filter(each -> warehouse == null || each.code().equals(warehouse))
                .findFirst()
                .map(Choice::today)
                .orElse(
                        warehouses.isEmpty()
                                ? owners.isEmpty()
                                        ? LocalDate.EPOCH
                                        : owners.get(0).today()
                                : warehouses.get(0).today());
        String asked = owner == null || owner.isEmpty() ? null : owner;
        String first = owners.isEmpty() ? null : owners.get(0).code();
        return new House(owners, warehouses, asked == null ? first : asked, warehouse, today);
    }

    /** The one warehouse that is looked at; null = several, or none. */
    public @Nullable String only() {
        return warehouse != null || warehouses.size() != 1
                ? warehouse
                : warehouses.get(0).code();
    }
}
