package dev.lotline.edge.printing.layout;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What labels there are, each with the rolls it has a template for, the largest first. */
public enum LabelKind {
    ITEM_LOT(Stock.of("57", "32")),
    LPN(Stock.of("100", "50")),
    PALLET(Stock.of("101.6", "152.4")),
    LOCATION(Stock.of("100", "50"), Stock.of("50", "25")),
    TOTE(Stock.of("75", "25")),
    HOLD(Stock.of("101.6", "76")),
    RETURN(Stock.of("101.6", "76")),
    BADGE(Stock.of("86", "54")),
    COMMANDS(Stock.of("101.6", "152.4")),
    PRINTER(Stock.of("57", "32")),
    TEST(Stock.of("57", "32"));

    private static final double SMALLEST_LINEAR = 0.25;
    private static final double SMALLEST_LINEAR_PALLET = 0.495;
    private static final double SMALLEST_MATRIX = 0.375;
    private static final double LOWEST_BAR = 10;
    private static final double LOWEST_BAR_PALLET = 31.75;

    private final List<Stock> stocks;

    LabelKind(Stock... stocks) {
        this.stocks = List.of(stocks);
    }

    /** The kind of that name; null if there is none. */
    public static @Nullable LabelKind named(String name) {
        for (LabelKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** Null if there is none of that name. */
    public @Nullable Stock stock(String name) {
        return stocks.stream()
                .filter(stock -> stock.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public List<Stock> stocks() {
        return stocks;
    }

    /** The largest of its labels that a roll of this size holds; null if none does. */
    public @Nullable Stock on(BigDecimal width, BigDecimal height) {
        return stocks.stream()
                .filter(stock -> stock.fitsOn(width, height))
                .max(Comparator.comparing(Stock::width))
                .orElse(null);
    }

    /** Narrowest bar, in millimetres (GS1 General Specifications 5.12). */
    double smallestLinear() {
        return this == PALLET ? SMALLEST_LINEAR_PALLET : SMALLEST_LINEAR;
    }

    /** Smallest module of a two-dimensional symbol, in millimetres. */
    double smallestMatrix() {
        return SMALLEST_MATRIX;
    }

    /** Lowest bar of a linear symbol, in millimetres. */
    double lowestBar() {
        return this == PALLET ? LOWEST_BAR_PALLET : LOWEST_BAR;
    }

    /** Where its template lies. */
    public String file(Stock stock) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return stock.equals(stocks.get(0)) ? name + ".zpl" : name + "." + stock.name() + ".zpl";
    }
}
