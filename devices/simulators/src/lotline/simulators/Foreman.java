package lotline.simulators;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Hands out the open work; when it runs out and the shift is not over, the office makes more. */
final class Foreman {
    private static final int MOST = 5_000;
    private static final int LINES = 3;
    private static final int STOCK_PER_HANDHELD = 100;

    private final House house;
    private final boolean make;
    private final int handhelds;
    private final long end;
    private final List<Goods.Item> items;
    private final Deque<Job> open = new ArrayDeque<>();
    private final Map<String, Long> stock = new ConcurrentHashMap<>();
    private final String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    private int working;
    private int documents;
    private long free;

    /** {@code endNanos}: after it nothing new is begun. */
    Foreman(House house, Options options, long endNanos) {
        this.house = house;
        make = !options.untilDone();
        handhelds = options.handhelds();
        end = endNanos;
        items = new ArrayList<>(house.items().values());
        items.sort(Comparator.comparing(Goods.Item::key));
    }

    /** Everything that is open in this warehouse when the shift begins. */
    int collect(Office office) {
        String warehouse = Office.code(house.warehouse());
        for (Map<String, Object> each : office.list("/receiving-orders?state=open&warehouse=" + warehouse, MOST)) {
            Inbound order = Inbound.of(office.get(Inbound.path(each)), house);
            order.rows.forEach(row -> open.add(new ReceiveJob(order, row)));
        }
        for (Map<String, Object> each : office.list("/orders?state=open&warehouse=" + warehouse, MOST)) {
            open.add(new PickJob(House.name(each, "owner"), String.valueOf(each.get("reference"))));
        }
        return open.size();
    }

    /** The next job; null at the end of the shift. */
    Job next(Office office, Random dice) {
        int number;
        boolean inbound;
        synchronized (this) {
            while (open.isEmpty() && !make && working > 0 && System.nanoTime() < end) {
                await();
            }
            if (System.nanoTime() >= end || (open.isEmpty() && !make)) {
                return null;
            }
            working++;
            if (!open.isEmpty()) {
                return open.poll();
            }
            number = ++documents;
            inbound = free < (long) STOCK_PER_HANDHELD * handhelds;
        }
        boolean handedOut = false;
        try {
            Job job = inbound ? receivingOrder(office, dice, number) : order(office, dice, number);
            handedOut = true;
            return job;
        } finally {
            if (!handedOut) {
                done();
            }
        }
    }

    synchronized void done() {
        working--;
        notifyAll();
    }

    /** Units that came onto a shelf and may be ordered. */
    void stocked(Goods.Item item, long units) {
        stock.merge(item.key(), units, Long::sum);
        synchronized (this) {
            free += units;
        }
    }

    private synchronized void await() {
        try {
            TimeUnit.MILLISECONDS.timedWait(this, 500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShiftOver("interrupted");
        }
    }

    private synchronized Job add(Inbound order) {
        order.rows.forEach(row -> open.add(new ReceiveJob(order, row)));
        return open.poll();
    }

    private Job receivingOrder(Office office, Random dice, int number) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Goods.Item> chosen = chosen(dice, items);
        List<Object> lines = new ArrayList<>();
        for (Goods.Item item : chosen) {
            long quantity = 12L * (1 + dice.nextInt(6)) + dice.nextInt(3);
            Map<String, Object> line = new LinkedHashMap<>(Map.of("sku", item.sku(), "quantity", quantity));
            if (item.lotTracked()) {
                // two lots of one item never expire on the same day: a label may show the date alone
                LocalDate expires = today.plusDays(200 + dice.nextInt(500));
                List<Object> lots = new ArrayList<>();
                long first = dice.nextBoolean() ? quantity : quantity / 2;
                lots.add(lot(number + "A", expires, first));
                if (first < quantity) {
                    lots.add(lot(number + "B", expires.plusDays(30), quantity - first));
                }
                line.put("lots", lots);
            }
            lines.add(line);
        }
        String owner = chosen.get(0).owner();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("reference", "SIM-" + run + "-R" + number);
        order.put("kind", "WRO");
        order.put("owner", owner);
        order.put("warehouse", house.warehouse());
        order.put("autoCommit", dice.nextInt(4) > 0);
        order.put("autoClose", false);
        order.put("lines", lines);
        office.must("POST", "/receiving-orders", order);
        return add(Inbound.of(office.get(Inbound.path(order)), house));
    }

    private Map<String, Object> lot(String name, LocalDate expires, long quantity) {
        return Map.of(
                "lotNumber",
                "L" + run.substring(3) + "-" + name,
                "expirationDate",
                expires.toString(),
                "quantity",
                quantity);
    }

    private Job order(Office office, Random dice, int number) {
        List<Goods.Item> stocked = new ArrayList<>();
        for (Goods.Item item : items) {
            if (stock.getOrDefault(item.key(), 0L) > 0) {
                stocked.add(item);
            }
        }
        List<Goods.Item> chosen = chosen(dice, stocked.isEmpty() ? items : stocked);
        List<Object> lines = new ArrayList<>();
        for (Goods.Item item : chosen) {
            long there = Math.max(1, stock.getOrDefault(item.key(), 0L));
            long quantity = 1 + dice.nextInt((int) Math.min(24, there));
            lines.add(Map.of("sku", item.sku(), "quantity", quantity));
            stocked(item, -quantity);
        }
        String owner = chosen.get(0).owner();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("reference", "SIM-" + run + "-O" + number);
        order.put("owner", owner);
        order.put("warehouse", house.warehouse());
        order.put("customer", Map.of("code", "C" + dice.nextInt(50), "name", "Customer", "country", "US"));
        order.put("lines", lines);
        office.must("POST", "/orders", order);
        return new PickJob(owner, String.valueOf(order.get("reference")));
    }

    /** One to three items of one owner, none twice. */
    private static List<Goods.Item> chosen(Random dice, List<Goods.Item> from) {
        Goods.Item first = from.get(dice.nextInt(from.size()));
        List<Goods.Item> same = new ArrayList<>();
        from.stream().filter(item -> item.owner().equals(first.owner())).forEach(same::add);
        Collections.shuffle(same, dice);
        return same.subList(0, Math.min(same.size(), 1 + dice.nextInt(LINES)));
    }
}
