package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.measuring.Observations.Holding;
import dev.lotline.operations.billing.measuring.Observations.Receipt;
import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Goods of an item as one pool: whatever was shipped, the oldest of them left first. */
public final class Pools {
    private final Observations observed;
    private final Map<Cell, TreeMap<LocalDate, BigDecimal>> told = new HashMap<>();
    private final Map<Cell, TreeMap<LocalDate, BigDecimal>> held = new HashMap<>();

    public Pools(Observations observed) {
        this.observed = observed;
        for (Receipt receipt : observed.receipts()) {
            told.computeIfAbsent(item(receipt.owner(), receipt.sku()), none -> new TreeMap<>())
                    .merge(receipt.on(), receipt.units(), BigDecimal::add);
        }
    }

    /** Units that came on a day and are still there. */
    public record Layer(LocalDate since, BigDecimal units) {}

    /** So many units of an item, newest first; what nobody saw coming came with the oldest of them. */
    public List<Layer> layers(String owner, String sku, LocalDate day, BigDecimal units) {
        List<Layer> layers = new ArrayList<>();
        BigDecimal left = units;
        var receipts = came(item(owner, sku)).headMap(day, true);
        for (var receipt : receipts.descendingMap().entrySet()) {
            boolean oldest = receipt.getKey().equals(receipts.firstKey());
            BigDecimal some = oldest ? left : left.min(receipt.getValue());
            if (some.signum() > 0) {
                layers.add(new Layer(receipt.getKey(), some));
                left = left.subtract(some);
            }
        }
        return receipts.isEmpty() ? List.of(new Layer(day, units)) : layers;
    }

    private TreeMap<LocalDate, BigDecimal> came(Cell item) {
        TreeMap<LocalDate, BigDecimal> receipts = told.get(item);
        return receipts == null ? held.computeIfAbsent(item, this::asHeld) : receipts;
    }

    /** Each lot came with the most of it that was held at once. */
    private TreeMap<LocalDate, BigDecimal> asHeld(Cell item) {
        Map<String, List<Holding>> lots = new TreeMap<>();
        for (Holding holding : observed.holdings()) {
            if (item(holding.cell().owner(), holding.cell().sku()).equals(item) && !holding.intraday()) {
                lots.computeIfAbsent(holding.received() + holding.cell().lot(), none -> new ArrayList<>())
                        .add(holding);
            }
        }
        TreeMap<LocalDate, BigDecimal> receipts = new TreeMap<>();
        for (List<Holding> lot : lots.values()) {
            BigDecimal most = lot.stream()
                    .map(first -> lot.stream()
                            .filter(each -> Observations.on(each, first.from()))
                            .map(Holding::units)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
            receipts.merge(lot.get(0).received(), most, BigDecimal::add);
        }
        return receipts;
    }

    private static Cell item(String owner, String sku) {
        return new Cell(owner, sku, "", "");
    }
}
