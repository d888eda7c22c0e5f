package dev.lotline.edge.console.shell.house;

import dev.lotline.edge.console.shell.house.HouseSql.Choice;
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
    public static House of(List<Choice> choices, @Nullable String owner, @Nullable String warehouse) {
        List<Choice> owners = of(choices, "owner");
        List<Choice> warehouses = of(choices, "warehouse");
        LocalDate today = warehouses.stream()
                .filter(each -> warehouse == null || each.code().equals(warehouse))
                .findFirst()
                .map(Choice::today)
                .orElse(choices.isEmpty() ? LocalDate.EPOCH : choices.get(0).today());
        String asked = owner == null || owner.isEmpty() ? null : owner;
        String first = owners.isEmpty() ? null : owners.get(0).code();
        return new House(owners, warehouses, asked == null ? first : asked, warehouse, today);
    }

    private static List<Choice> of(List<Choice> choices, String kind) {
        return choices.stream().filter(each -> each.kind().equals(kind)).toList();
    }
}
