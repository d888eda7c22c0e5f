package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.operations.billing.pages.FeePage;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of an owner in a warehouse.
 *
 * @param page null where there is nothing to ask about
 * @param next where the next page goes on; null on the last one
 */
public record MonthView(
        Asked asked,
        Choices choices,
        @Nullable FeePage page,
        @Nullable String next) {
    /** By what lines are summed, as it stands in the address. */
    static final List<String> BY = List.of("lot", "sku", "location", "class", "day");

    /** @param by one of {@link #BY} */
    public record Asked(String owner, String warehouse, YearMonth month, String by) {
        /** As a part of an address. */
        public String query() {
            return "month=" + month + "&warehouse=" + View.encoded(warehouse);
        }

        public String previous() {
            return month.minusMonths(1).toString();
        }

        public String following() {
            return month.plusMonths(1).toString();
        }
    }

    public List<String> groups() {
        return BY;
    }

    public List<FeePage.Line> lines() {
        List<FeePage.Line> all = page == null ? List.of() : page.lines();
        return all.size() > View.ROWS ? all.subList(0, View.ROWS) : all;
    }

    /** What was, what is and what will be. */
    public List<Bars.Bar> bars(String last, String accrued, String estimate) {
        if (page == null || page.currency() == null) {
            return List.of();
        }
        List<Bars.Named> named = new ArrayList<>();
        BigDecimal before = page.lastMonth();
        if (before != null) {
            named.add(new Bars.Named(last, before, "was"));
        }
        named.add(new Bars.Named(accrued, page.accrued(), "is"));
        named.add(new Bars.Named(estimate, page.estimate(), "will"));
        return Bars.of(named);
    }

    /** In the address of a line's explanation: what it is about. */
    public String which(FeePage.Line line) {
        FeePage.Key key = line.key();
        StringBuilder query = new StringBuilder(asked.query());
        if (asked.by().equals("lot")) {
            query.append("&lot=").append(key.lot().isEmpty() ? "0" : key.lot());
        }
        if (!key.sku().isEmpty()) {
            query.append("&sku=").append(View.encoded(key.sku()));
        }
        if (!key.location().isEmpty()) {
            query.append("&location=").append(View.encoded(key.location()));
        }
        return query.append("&rule=").append(View.encoded(key.rule())).toString();
    }

    /** Sums of places of one class, or of a day, can't be opened up by themselves. */
    public boolean opens() {
        return !asked.by().equals("class") && !asked.by().equals("day");
    }
}
