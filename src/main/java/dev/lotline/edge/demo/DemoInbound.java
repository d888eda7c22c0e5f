package dev.lotline.edge.demo;

import dev.lotline.edge.demo.DemoCatalogue.Merchant;
import dev.lotline.edge.demo.DemoItem.Kind;
import dev.lotline.operations.receiving.NewReceivingOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The receiving orders by which the stock came in, and those that are still expected. Pure. */
final class DemoInbound {
    /** The first scan of the tutorial page: this order announces this lot of this item. */
    static final String FIRST_ORDER = "WRO-1001";

    static final String FIRST_SKU = "GRANOLA-MAPLE-12OZ";
    static final String FIRST_LOT = "MAPLE-1";

    private static final DateTimeFormatter BORN = DateTimeFormatter.ofPattern("yyDDD");
    private static final int LOTS_PER_ORDER = 25;
    private static final int OPEN_PER_MERCHANT = 5;
    private static final int FIRST_PAST = 101;
    private static final int FIRST_OPEN = 1001;

    /** @param lots what is received and put away for it; empty while the order is only announced */
    record Arrival(NewReceivingOrder order, List<DemoLot> lots) {}

    final List<Arrival> past = new ArrayList<>();
    final List<Arrival> open = new ArrayList<>();

    private final LocalDate today;
    private final Random random;
    private int announced;

    DemoInbound(DemoCatalogue catalogue, DemoStock stock, LocalDate today, Random random) {
        this.today = today;
        this.random = random;
        Merchant lastMerchant = catalogue.merchants.get(catalogue.merchants.size() - 1);
        for (Merchant merchant : catalogue.merchants) {
            List<DemoLot> lots = new ArrayList<>(stock.lots.stream()
                    .filter(lot -> lot.item().merchant().equals(merchant))
                    .toList());
            Collections.shuffle(lots, random);
            for (int from = 0; from < lots.size(); from += LOTS_PER_ORDER) {
                int to = Math.min(lots.size(), from + LOTS_PER_ORDER);
                boolean last = to == lots.size() && merchant.equals(lastMerchant);
                past(merchant, lots.subList(from, to), !last);
            }
        }
        for (int n = 0; n < OPEN_PER_MERCHANT; n++) {
            for (Merchant merchant : catalogue.merchants) {
                open(merchant, catalogue, stock, n);
            }
        }
    }

    /** The last delivery is put away and waits for its commit. */
    Arrival uncommitted() {
        return past.get(past.size() - 1);
    }

    private void past(Merchant merchant, List<DemoLot> lots, boolean autoCommit) {
        String reference = "WRO-" + String.format("%04d", FIRST_PAST + past.size());
        LocalDate expectedOn = today.minusDays(1 + random.nextInt(60));
        past.add(new Arrival(order(reference, "WRO", merchant, expectedOn, autoCommit, lots), List.copyOf(lots)));
    }

    private void open(Merchant merchant, DemoCatalogue catalogue, DemoStock stock, int n) {
        List<DemoItem> choice = new ArrayList<>(catalogue.of(merchant, Kind.LOT));
        Collections.shuffle(choice, random);
        List<DemoLot> lots = new ArrayList<>();
        if (open.isEmpty()) {
            DemoItem first = choice.stream()
                    .filter(item -> item.sku().equals(FIRST_SKU))
                    .findFirst()
                    .orElseThrow();
            choice.remove(first);
            lots.add(new DemoLot(first, FIRST_LOT, null, null, BigDecimal.valueOf(48), null));
        }
        if (n == 1) {
            // what is new comes today, and orders are waiting for it
            choice.removeAll(stock.newItems);
            stock.newItems.stream()
                    .filter(item -> item.merchant().equals(merchant))
                    .forEach(item -> choice.add(0, item));
        }
        int lines = 2 + random.nextInt(3);
        for (DemoItem item : choice.subList(0, lines)) {
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                lots.add(announcedLot(item));
            }
        }
        if (n == 2) {
            DemoItem plain = catalogue.of(merchant, Kind.PLAIN).get(0);
            lots.add(new DemoLot(plain, null, null, null, BigDecimal.valueOf(plain.casePack()), null));
        }
        String kind = n % 2 == 0 ? "WRO" : "ASN";
        open.add(new Arrival(
                order(kind + "-" + (FIRST_OPEN + open.size()), kind, merchant, today.plusDays(n), n % 2 == 0, lots),
                List.of()));
    }

    /** Fresh goods; of a few only the number is known, of a few only the date. */
    private DemoLot announcedLot(DemoItem item) {
        int serial = announced++;
        LocalDate origination = today.minusDays(5 + random.nextInt(15));
        String number = item.merchant().lotMark() + BORN.format(origination) + "-" + (100 + serial);
        BigDecimal quantity = item.weighed()
                ? new BigDecimal("12.500")
                : BigDecimal.valueOf((long) item.casePack() * (1 + random.nextInt(3)));
        return new DemoLot(
                item,
                serial % 5 == 4 ? null : number,
                // a date of its own for each, so that one that is known by its date alone is known for certain
                serial % 5 == 3 ? null : origination.plusDays(item.life()).plusDays(20L * (serial % 7)),
                origination,
                quantity,
                null);
    }

    /** One line for each item, its lots in it. */
    private static NewReceivingOrder order(
            String reference,
            String kind,
            Merchant merchant,
            @Nullable LocalDate expectedOn,
            boolean autoCommit,
            List<DemoLot> lots) {
        Map<DemoItem, List<DemoLot>> byItem = new LinkedHashMap<>();
        lots.forEach(lot ->
                byItem.computeIfAbsent(lot.item(), any -> new ArrayList<>()).add(lot));
        List<NewReceivingOrder.Line> lines = byItem.entrySet().stream()
                .map(line -> new NewReceivingOrder.Line(
                        line.getKey().sku(), sum(line.getValue()), null, lots(line.getKey(), line.getValue())))
                .toList();
        return new NewReceivingOrder(
                reference,
                kind,
                merchant.code(),
                DemoHouse.WAREHOUSE,
                expectedOn,
                autoCommit,
                autoCommit,
                lines,
                List.of());
    }

    private static BigDecimal sum(List<DemoLot> lots) {
        return lots.stream().map(DemoLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<NewReceivingOrder.Lot> lots(DemoItem item, List<DemoLot> lots) {
        return item.lotTracked()
                ? lots.stream()
                        .map(lot -> new NewReceivingOrder.Lot(
                                lot.number(), lot.expiration(), lot.origination(), lot.quantity()))
                        .toList()
                : List.of();
    }
}
