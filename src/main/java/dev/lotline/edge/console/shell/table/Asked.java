package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks of a table.
 *
 * @param path of the page
 * @param parameters those that were given and are not empty, as they were given
 * @param sort code of the column to sort by; null = in the list's own order
 * @param shown codes of the columns to show, in the table's order
 */
public record Asked(
        String path,
        Map<String, List<String>> parameters,
        @Nullable String sort,
        boolean descending,
        Set<String> shown) {
    static final String SORT = "sort";
    static final String COLUMNS = "cols";
    static final String AFTER = "after";
    static final String FORMAT = "format";
    private static final Set<String> FORMATS = Set.of("csv", "xlsx");

    static Asked of(Table<?> table, String path, Map<String, List<String>> given) {
        View.of(given.keySet(), table.parameters().toArray(String[]::new));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name : table.parameters()) {
            List<String> values = given.getOrDefault(name, List.of());
            parameters.put(name, values.stream().filter(one -> !one.isBlank()).toList());
        }
        parameters.values().removeIf(List::isEmpty);
        String order = one(parameters, SORT);
        String by = order == null ? null : order.startsWith("-") ? order.substring(1) : order;
        if (by != null && table.columns().stream().noneMatch(each -> table.canSort(each) && each.code.equals(by))) {
            throw Refusal.invalid(SORT, "must be a column that this table is sorted by");
        }
        String format = one(parameters, FORMAT);
        if (format != null && !FORMATS.contains(format)) {
            throw Refusal.invalid(FORMAT, "must be csv or xlsx");
        }
        return new Asked(path, parameters, by, order != null && order.startsWith("-"), shown(table, parameters));
    }

    private static Set<String> shown(Table<?> table, Map<String, List<String>> parameters) {
        Set<String> all = codes(table.columns());
        List<String> chosen = parameters.get(COLUMNS);
        if (chosen == null) {
            return codes(
                    table.columns().stream().filter(each -> !each.isExtra()).toList());
        }
        if (!all.containsAll(chosen)) {
            throw Refusal.invalid(COLUMNS, "must be columns of this table");
        }
        return Set.copyOf(chosen);
    }

    private static Set<String> codes(List<? extends Column<?>> columns) {
        return columns.stream().map(each -> each.code).collect(Collectors.toSet());
    }

    /** A parameter that was given once and is not empty, or null. */
    public @Nullable String one(String name) {
        return one(parameters, name);
    }

    /** Whether a filter that is either on or off is on. Ends with VALIDATION_FAILED for anything but 1. */
    public boolean on(String name) {
        String value = one(name);
        if (value != null && !value.equals("1")) {
            throw Refusal.invalid(name, "must be 1 or left out");
        }
        return value != null;
    }

    /** Where the page begins: behind what an earlier one ended with; empty = at the first row. */
    public String after() {
        String after = one(AFTER);
        return after == null ? "" : after;
    }

    /** The same, for lists whose key is a number. Ends with VALIDATION_FAILED. */
    public long afterId() {
        String after = after();
        if (!after.matches("[0-9]{0,18}")) {
            throw Refusal.invalid(AFTER, "must be what a page ended with");
        }
        return after.isEmpty() ? 0 : Long.parseLong(after);
    }

    /** The address of this view, place in the list included. */
    public String address() {
        StringBuilder address = new StringBuilder();
        parameters.forEach((each, values) -> {
            if (!each.equals(FORMAT)) {
                values.forEach(one -> add(address, each, one));
            }
        });
        return path + address;
    }

    /** The same with a parameter that the page chose by itself, so that its links and files name it. */
    public Asked fixed(String name, @Nullable String value) {
        if (value == null || value.equals(one(name))) {
            return this;
        }
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        all.put(name, List.of(value));
        return new Asked(path, all, sort, descending, shown);
    }

    boolean shows(String column) {
        return shown.contains(column);
    }

    /** The address of the same view but for one parameter; null = without it. What is changed begins at the first row. */
    public String with(String name, @Nullable String value) {
        StringBuilder address = new StringBuilder();
        parameters.forEach((each, values) -> {
            if (!each.equals(name) && !each.equals(AFTER) && !each.equals(FORMAT)) {
                values.forEach(one -> add(address, each, one));
            }
        });
        if (value != null) {
            add(address, name, value);
        }
        return path + address;
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(address.isEmpty() ? '?' : '&').append(name).append('=').append(View.encoded(value));
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() > 1) {
            throw Refusal.invalid(name, "must be given once");
        }
        return values.get(0);
    }
}
