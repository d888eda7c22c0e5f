package lotline.simulators;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What lies in the hand.
 *
 * @param lot null = units without lot number
 * @param expires null = undated
 */
record Goods(Item item, String lot, LocalDate expires) {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Pattern ON_A_LABEL = Pattern.compile("[!-\"%-?A-Z_a-z]{1,20}");

    /** @param gtin 14 digits, null when no barcode of the item is one */
    record Item(String owner, String sku, String gtin, boolean lotTracked) {
        String key() {
            return owner + "/" + sku;
        }
    }

    /** What can be printed on a label of these goods. */
    Map<String, String> values(Random dice) {
        Map<String, String> values = new HashMap<>();
        values.put("owner", item.owner);
        values.put("sku", item.sku);
        values.put("serial", Integer.toString(100_000 + dice.nextInt(900_000)));
        if (!item.lotTracked) {
            values.put("loosesku", item.sku);
            if (item.gtin != null) {
                values.put("loosegtin", item.gtin);
            }
            return values;
        }
        if (lot != null) {
            values.put("lot", lot);
        }
        if (expires != null) {
            values.put("yymmdd", YYMMDD.format(expires));
            values.put("date", expires.toString());
        }
        // a lot that GS1 can't print is keyed in
        if (item.gtin != null && (lot == null || ON_A_LABEL.matcher(lot).matches())) {
            values.put("gtin", item.gtin);
        }
        return values;
    }
}
