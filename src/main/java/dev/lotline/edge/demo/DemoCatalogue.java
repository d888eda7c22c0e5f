package dev.lotline.edge.demo;

import dev.lotline.edge.demo.DemoItem.Kind;
import dev.lotline.gs1.CheckDigit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The merchants and what they sell: every product line in every variant and size. Pure. */
final class DemoCatalogue {
    private static final BigDecimal CUBIC_INCHES_PER_CUBIC_FOOT = new BigDecimal(1728);
    private static final int VOLUME_DECIMALS = 6;

    /** Packing levels of a GTIN-14: an inner case, and an item of variable measure (GS1 General Specifications 2.1). */
    private static final char CASE = '1';

    private static final char VARIABLE_MEASURE = '9';

    /**
     * @param zone of the house where its goods stand
     * @param prefix GS1 company prefix, 7 digits
     * @param lotMark what its lot numbers begin with
     */
    record Merchant(String code, String name, String zone, String prefix, String lotMark) {}

    final List<Merchant> merchants;
    final List<DemoItem> items;

    DemoCatalogue() {
        merchants = DemoTable.read("owners").stream()
                .map(line -> new Merchant(
                        line.text("code"), line.text("name"), line.text("zone"), line.text("prefix"), line.text("lot")))
                .toList();
        List<DemoItem> found = new ArrayList<>();
        for (DemoTable.Line line : DemoTable.read("products")) {
            for (String variant : line.list("variants")) {
                for (String size : line.list("sizes")) {
                    found.add(item(line, variant.split(":"), size.split(":"), found.size() + 1));
                }
            }
        }
        items = List.copyOf(found);
    }

    List<DemoItem> of(Merchant merchant, Kind kind) {
        return items.stream()
                .filter(item -> item.merchant().equals(merchant) && item.kind() == kind)
                .toList();
    }

    private DemoItem item(DemoTable.Line line, String[] variant, String[] size, int number) {
        Merchant merchant = merchants.stream()
                .filter(each -> each.code().equals(line.text("owner")))
                .findFirst()
                .orElseThrow();
        if (line.text("kind").equals(Kind.SERVICE.name())) {
            return service(line, merchant);
        }
        String name =
                line.text("name").replace("{v}", variant[variant.length - 1]).replace("{s}", size[1]);
        BigDecimal scale = new BigDecimal(size[2]);
        BigDecimal length = measure(line, "length", scale);
        BigDecimal width = measure(line, "width", scale);
        BigDecimal height = measure(line, "height", scale);
        String body = merchant.prefix() + String.format("%05d", number);
        return new DemoItem(
                merchant,
                line.text("stem") + "-" + variant[0] + "-" + size[0],
                name,
                Kind.valueOf(line.text("kind")),
                line.text("policy"),
                line.text("unit"),
                gtin(line.text("policy").equals("KG") ? VARIABLE_MEASURE : '0', body),
                gtin(CASE, body),
                line.number("case"),
                length,
                width,
                height,
                measure(line, "weight", scale),
                volume(length, width, height),
                line.has("life") ? line.number("life") : 0,
                line.has("minimum") ? line.number("minimum") : null);
    }

    private static DemoItem service(DemoTable.Line line, Merchant merchant) {
        return new DemoItem(
                merchant,
                line.text("stem"),
                line.text("name"),
                Kind.SERVICE,
                line.text("policy"),
                line.text("unit"),
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                0,
                null);
    }

    private static BigDecimal volume(BigDecimal length, BigDecimal width, BigDecimal height) {
        return length.multiply(width)
                .multiply(height)
                .divide(CUBIC_INCHES_PER_CUBIC_FOOT, VOLUME_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal measure(DemoTable.Line line, String column, BigDecimal scale) {
        return new BigDecimal(line.text(column)).multiply(scale).setScale(2, RoundingMode.HALF_UP);
    }

    private static String gtin(char level, String body) {
        return level + body + CheckDigit.of(level + body);
    }
}
