package dev.lotline.edge.demo;

import dev.lotline.edge.demo.DemoCatalogue.Merchant;
import dev.lotline.edge.demo.DemoItem.Kind;
import dev.lotline.operations.ordering.NewOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * The open orders: shops by the case, people by the piece. Some name a lot, want one lot only or a longer life; some ask
 * for more than there is, or for what is only announced. Pure.
 */
final class DemoOrders {
    private static final int ORDERS = 66;
    private static final int FIRST = 5001;
    private static final int MOST_AT_ONCE = 24;
    private static final int[] LIVES = {60, 90, 120};

    final List<NewOrder> orders = new ArrayList<>();

    private final DemoCatalogue catalogue;
    private final DemoStock stock;
    private final DemoInbound.Arrival uncommitted;
    private final LocalDate today;
    private final Random random;
    private int line;

    DemoOrders(
            DemoCatalogue catalogue, DemoStock stock, DemoInbound.Arrival uncommitted, LocalDate today, Random random) {
        this.catalogue = catalogue;
        this.stock = stock;
        this.uncommitted = uncommitted;
        this.today = today;
        this.random = random;
        List<NewOrder.Customer> customers = DemoTable.read("customers").stream()
                .map(row -> new NewOrder.Customer(row.text("code"), row.text("name"), row.text("country"), null))
                .toList();
        for (int n = 0; n < ORDERS; n++) {
            orders.add(order(n, customers.get(random.nextInt(customers.size()))));
        }
    }

    private NewOrder order(int n, NewOrder.Customer customer) {
        Merchant merchant = catalogue.merchants.get(n % catalogue.merchants.size());
        boolean person = Objects.requireNonNull(customer.code()).startsWith("WEB");
        List<NewOrder.Line> lines = new ArrayList<>();
        Set<DemoItem> taken = new HashSet<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            List<DemoLot> goods = good(merchant);
            DemoLot lot = goods.get(random.nextInt(goods.size()));
            if (taken.add(lot.item())) {
                lines.add(line(lot, person));
            }
        }
        if (n % 10 == 7) {
            // every other of them asks for nothing else
            lines.subList(0, n % 20 == 7 ? lines.size() : 0).clear();
            stock.newItems.stream()
                    .filter(item -> item.merchant().equals(merchant) && taken.add(item))
                    .findFirst()
                    .ifPresent(item -> lines.add(plain(item, BigDecimal.valueOf(item.casePack()))));
        }
        if (n % 16 == 13) {
            DemoLot lot = good(merchant).get(n);
            if (taken.add(lot.item())) {
                lines.add(plain(lot.item(), available(lot.item()).add(BigDecimal.valueOf(MOST_AT_ONCE))));
            }
        }
        if (n % 10 == 9) {
            lines.add(plain(catalogue.of(merchant, Kind.SERVICE).get(0), BigDecimal.ONE));
        }
        return new NewOrder(
                "SO-" + (FIRST + n),
                merchant.code(),
                n % 16 == 9 ? null : DemoHouse.WAREHOUSE,
                today.plusDays(n % 6),
                customer,
                n % 8 == 0 ? 1 : 0,
                lines);
    }

    private NewOrder.Line line(DemoLot lot, boolean person) {
        DemoItem item = lot.item();
        int units = person ? 1 + random.nextInt(3) : Math.min(item.casePack(), MOST_AT_ONCE);
        BigDecimal quantity = item.weighed() ? new BigDecimal("1.250") : BigDecimal.valueOf(units);
        int number = line++;
        boolean named = number % 11 == 5 && lot.number() != null && quantity.compareTo(lot.quantity()) <= 0;
        boolean single = number % 9 == 4 && item.lotTracked() && !named;
        boolean longer = number % 7 == 3 && item.lotTracked() && !named;
        return new NewOrder.Line(
                item.sku(),
                quantity,
                named ? lot.number() : null,
                single,
                longer ? LIVES[number % LIVES.length] : null);
    }

    private static NewOrder.Line plain(DemoItem item, BigDecimal quantity) {
        return new NewOrder.Line(item.sku(), quantity, null, false, null);
    }

    /** What may be sold today. */
    private List<DemoLot> good(Merchant merchant) {
        return stock.lots.stream()
                .filter(lot -> lot.item().merchant().equals(merchant) && lot.usable(today))
                .filter(lot -> !uncommitted.lots().contains(lot))
                .toList();
    }

    private BigDecimal available(DemoItem item) {
        return good(item.merchant()).stream()
                .filter(lot -> lot.item().equals(item))
                .map(DemoLot::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
