package dev.lotline.edge.demo;

import dev.lotline.edge.demo.DemoCatalogue.Merchant;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An item of the demo warehouse.
 *
 * @param gtin of one unit, 14 digits; null for a service, which nobody scans
 * @param casePack units that one scan of {@code caseGtin} stands for
 * @param length, width and height in inches, weight in pounds; null for a service
 * @param volume cubic feet of one unit
 * @param life days from origination to expiration; 0 = none
 */
record DemoItem(
        Merchant merchant,
        String sku,
        String name,
        Kind kind,
        String policy,
        String unit,
        @Nullable String gtin,
        @Nullable String caseGtin,
        int casePack,
        @Nullable BigDecimal length,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        @Nullable BigDecimal weight,
        BigDecimal volume,
        int life,
        @Nullable Integer minimumLife) {

    enum Kind {
        LOT,
        PLAIN,
        SERVICE
    }

    boolean lotTracked() {
        return kind == Kind.LOT;
    }

    /** Sold by the kilogram, to the gram. */
    boolean weighed() {
        return policy.equals("KG");
    }

    int decimals() {
        return weighed() ? 3 : 0;
    }
}
