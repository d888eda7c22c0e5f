package dev.lotline.stock.lot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a scan or a typed line says about goods, before anything was looked up.
 *
 * @param owner business code, when it was typed
 * @param sku when it was typed
 * @param code GTIN as 14 digits, or any other text that was scanned
 * @param expirationDate use-by of the label, else best-before
 */
public record ScannedGoods(
        @Nullable String owner,
        @Nullable String sku,
        @Nullable String code,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable LocalDate originationDate) {

    /** True when neither a lot number nor an expiration was captured. */
    public boolean withoutLot() {
        return lotNumber == null && expirationDate == null;
    }

    /** How the goods are called in a sentence. */
    public String name() {
        return sku != null ? sku : code != null ? code : lotNumber != null ? lotNumber : "";
    }
}
