package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.edge.console.shell.table.Listing;
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
 * @param list its lines
 */
public record MonthView(
        Asked asked,
        Choices choices,
        @Nullable FeePage page,
        @Nullable Listing list) {
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

        /** Sums of places of one class, or of a day, can't be opened up by themselves. */
        boolean opens() {
            return !by.equals("class") && !by.equals("day");
        }

        /** Where a line is explained. */
        String why(FeePage.Line line) {
            FeePage.Key key = line.key();
            StringBuilder address = new StringBuilder("/fees/" + View.encoded(owner) + "/why?" + query());
            if (by.equals("lot")) {
                address.append("&lot=").append(key.lot().isEmpty() ? "0" : key.lot());
            }
            if (!key.sku().isEmpty()) {
                address.append("&sku=").append(View.encoded(key.sku()));
            }
            if (!key.location().isEmpty()) {
                address.append("&location=").append(View.encoded(key.location()));
            }
            return address.append("&rule=").append(View.encoded(key.rule())).toString();
        }
    }

    public List<String> groups() {
        return BY;
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
}
