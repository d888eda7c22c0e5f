package dev.lotline.operations.billing;

import dev.lotline.given.Superuser;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What goods did in a house from day to day, by dice: told to the books of the database movement by movement, and to the
 * engine as what stood where. Two owners share places; a place has no volume, an item no dimensions, the dock is free.
 */
final class Timeline {
    static final long WAREHOUSE = 900_001;
    static final List<String> OWNERS = List.of("OA", "OB");
    private static final List<String> STATES = List.of("AVAILABLE", "QUARANTINED", "SHORT_DATED");
    private static final List<String> PLACES = List.of("P0", "P1", "P2", "P3", "P4", "P5");
    private static final int ITEMS = 4;
    private static final long FIRST_ID = 900_000;

    /** Units of goods in a place that are in a state. */
    private record Balance(int item, int lot, int place, String state) {
        Cell cell() {
            return new Cell(owner(item), "S" + item, lot == 0 ? "" : "" + (FIRST_ID + lot), PLACES.get(place));
        }
    }

    private final Superuser books;
    private final Random dice;
    private final Map<Balance, Integer> stock = new HashMap<>();
    private final Map<Cell, LocalDate> received = new HashMap<>();
    private final List<Observations.Holding> holdings = new ArrayList<>();
    private final Map<Cell, Integer> fullest = new HashMap<>();
    private final List<Observations.Receipt> receipts = new ArrayList<>();
    private long movement = 900_000_000L;

    Timeline(Superuser books, long seed) {
        this.books = books;
        this.dice = new Random(seed);
    }

    static String owner(int item) {
        return OWNERS.get(item < 3 ? 0 : 1);
    }

    static long ownerId(String code) {
        return FIRST_ID + 1 + OWNERS.indexOf(code);
    }

    /** Goods, places and owners; nothing stands there yet. */
    Timeline built() throws SQLException {
        books.withoutGuards().run("""
                INSERT INTO owner (id, code, name, kind) VALUES (900001, 'OA', 'A', 'CUSTOMER'), (900002, 'OB', 'B', 'CUSTOMER');
                INSERT INTO warehouse (id, code, name, time_zone) VALUES (900001, 'TIMELINE', 'T', 'UTC');
                INSERT INTO item (id, owner_id, sku, name, tracking, lot_tracked, length, width, height, dimension_unit, weight)
                VALUES (900000, 900001, 'S0', 'S0', true, true, 4, 4, 6, 'in', 2),
                  (900001, 900001, 'S1', 'S1', true, true, 13, 7, 3, 'cm', 9),
                  (900002, 900001, 'S2', 'S2', true, true, NULL, NULL, NULL, NULL, NULL),
                  (900003, 900002, 'S3', 'S3', true, true, 1, 1, 2, 'ft', 30);
                INSERT INTO location (warehouse_id, id, code, type, storage_class, capacity_volume, temperature_class, zone)
                VALUES (900001, 900000, 'P0', 'STORAGE', 'BIN', 4, NULL, 'Z'),
                  (900001, 900001, 'P1', 'STORAGE', 'SHELF', 7.1234, 'COLD', NULL),
                  (900001, 900002, 'P2', 'PICK_FACE', 'PALLET', 64, NULL, NULL),
                  (900001, 900003, 'P3', 'QUARANTINE', 'SHELF', 5, 'COLD', 'Z'),
                  (900001, 900004, 'P4', 'STORAGE', 'BIN', NULL, NULL, NULL),
                  (900001, 900005, 'P5', 'RECEIVING', 'SHELF', NULL, NULL, NULL);
                INSERT INTO plate (warehouse_id, id, code, kind, location_id)
                SELECT 900001, 900000 + n, 'L' || n, 'LPN', 900000 + n / 2 FROM generate_series(0, 11) n;
                """);
        return this;
    }

    /** @param measures of the plan that both owners pay by, from this day on */
    void paidBy(String measures, LocalDate from) throws SQLException {
        books.run("INSERT INTO rate_plan (id, code, created_by) VALUES (900001, 'TIMELINE', '')");
        books.run("INSERT INTO rate_plan_version (id, plan_id, n, state, effective_from, definition, measures, sha256, "
                + "created_by, approved_by) VALUES (900001, 900001, 1, 'ACTIVE', '2026-01-01', '{}', '"
                + measures + "', '', '', '')");
        books.run(
                "INSERT INTO rate_plan_assignment (owner_id, plan_id, from_day, assigned_by) VALUES (900001, 900001, '"
                        + from + "', ''), (900002, 900001, '" + from + "', '')");
    }

    void clock(LocalDate day) throws SQLException {
        long noon = day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
        books.run("UPDATE business_clock SET ahead_seconds = " + noon + " - extract(epoch FROM now())");
    }

    /** Some goods come, go, move and are held. */
    void day(LocalDate day) throws SQLException {
        clock(day);
        plates("DELETE FROM plate_content WHERE warehouse_id = 900001");
        Map<Cell, Integer> opening = units();
        fullest.clear();
        fullest.putAll(opening);
        for (int n = 2 + dice.nextInt(7); n > 0; n--) {
            something(day);
        }
        StringBuilder rows = new StringBuilder();
        stock.forEach((balance, units) -> rows.append(rows.isEmpty() ? "" : ",")
                .append("(900001,%d,%s,%d,'%s',%d,0,false)"
                        .formatted(
                                FIRST_ID + balance.item,
                                balance.lot == 0 ? "NULL::bigint" : "" + (FIRST_ID + balance.lot),
                                FIRST_ID + balance.place,
                                balance.state,
                                units)));
        if (!rows.isEmpty()) {
            books.run(
                    "INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, decimals, exclusive) VALUES "
                            + rows + " ON CONFLICT (warehouse_id, item_id, lot_key, location_id, state)"
                            + " DO UPDATE SET quantity = excluded.quantity");
        }
        Map<Cell, Integer> closing = units();
        stand(day);
        fullest.forEach((cell, most) -> {
            int end = closing.getOrDefault(cell, 0);
            if (most > Math.max(end, opening.getOrDefault(cell, 0))) {
                holdings.add(holding(cell, most - end, day, true, null));
            }
        });
    }

    /** So many more movements on a day: into the places that have something, and out again. */
    void hurry(int movements, LocalDate day) throws SQLException {
        books.run(
                ("WITH rows AS MATERIALIZED (SELECT s.*, row_number() OVER (ORDER BY s.id) - 1 AS k, count(*) OVER () AS all_of_them"
                                + " FROM stock s WHERE s.warehouse_id = 900001), moved AS (INSERT INTO movement (warehouse_id, id, event_id, line,"
                                + " kind, owner_id, item_id, lot_id, from_location, from_state, to_location, to_state, quantity, from_stock,"
                                + " to_stock, gate_seq, actor, device, business_date, occurred_at) SELECT 900001, 910000000 + n, gen_random_uuid(),"
                                + " 1, 'MOVE', i.owner_id, s.item_id, s.lot_id, CASE WHEN out THEN s.location_id ELSE 1 END, CASE WHEN out THEN"
                                + " s.state END, CASE WHEN out THEN 1 ELSE s.location_id END, CASE WHEN out THEN NULL ELSE s.state END, 1, CASE"
                                + " WHEN out THEN 1 END, CASE WHEN out THEN NULL ELSE 1 END, 0, '', '', '%2$s', now() FROM generate_series(1, %1$d)"
                                + " n JOIN rows s ON s.k = n %% s.all_of_them JOIN item i ON i.id = s.item_id CROSS JOIN LATERAL (SELECT n > %1$d"
                                + " * 2 / 3 AS out) x RETURNING item_id, coalesce(lot_id, 0) AS lot_key, coalesce(to_state, from_state) AS state,"
                                + " CASE WHEN to_state IS NULL THEN from_location ELSE to_location END AS location_id, CASE WHEN to_state IS NULL"
                                + " THEN -1 ELSE 1 END AS units) UPDATE stock s SET quantity = s.quantity + m.units FROM (SELECT item_id, lot_key,"
                                + " state, location_id, sum(units) AS units FROM moved GROUP BY 1, 2, 3, 4) m WHERE s.warehouse_id = 900001 AND"
                                + " s.item_id = m.item_id AND s.lot_key = m.lot_key AND s.state = m.state AND s.location_id = m.location_id")
                        .formatted(movements, day));
    }

    /** Some of it loose, some on the two plates of its place, of which one may stand on the other. */
    private void stand(LocalDate day) throws SQLException {
        boolean nested = dice.nextBoolean();
        plates("UPDATE plate SET parent_id = " + (nested ? "id - 1" : "NULL")
                + " WHERE warehouse_id = 900001 AND id % 2 = 1");
        List<Balance> there = stock.keySet().stream()
                .filter(each -> stock.get(each) > 0)
                .sorted(java.util.Comparator.comparing(Balance::toString))
                .toList();
        for (Balance balance : there) {
            int first = dice.nextInt(stock.get(balance) + 1);
            int second = dice.nextInt(stock.get(balance) - first + 1);
            onPlate(balance, 2 * balance.place, first);
            onPlate(balance, 2 * balance.place + 1, second);
            stood(balance, stock.get(balance) - first - second, day, null);
            stood(balance, first, day, "L" + 2 * balance.place);
            stood(balance, second, day, "L" + (2 * balance.place + (nested ? 0 : 1)));
        }
    }

    private void onPlate(Balance balance, int plate, int units) throws SQLException {
        if (units > 0) {
            plates(
                    ("INSERT INTO plate_content (warehouse_id, plate_id, stock_id, location_id, quantity) SELECT 900001, %d, id,"
                                    + " location_id, %d FROM stock WHERE warehouse_id = 900001 AND item_id = %d AND lot_key = %d AND location_id ="
                                    + " %d AND state = '%s'")
                            .formatted(
                                    FIRST_ID + plate,
                                    units,
                                    FIRST_ID + balance.item,
                                    balance.lot == 0 ? 0 : FIRST_ID + balance.lot,
                                    FIRST_ID + balance.place,
                                    balance.state));
        }
    }

    /** With the triggers that remember what stood on plates. */
    private void plates(String change) throws SQLException {
        books.run("SET LOCAL session_replication_role = origin; " + change
                + "; SET LOCAL session_replication_role = replica");
    }

    private void stood(Balance balance, int units, LocalDate day, String plate) {
        if (units > 0) {
            String hold = balance.state.equals("AVAILABLE") ? null : balance.state;
            Observations.Holding loose = holding(balance.cell(), units, day, false, hold);
            holdings.add(new Observations.Holding(
                    loose.cell(), loose.units(), day, day, loose.received(), false, hold, plate));
        }
    }

    private Observations.Holding holding(Cell cell, int units, LocalDate day, boolean intraday, String hold) {
        return new Observations.Holding(
                cell, BigDecimal.valueOf(units), day, day, received.get(lot(cell)), intraday, hold);
    }

    private static Cell lot(Cell cell) {
        return new Cell(cell.owner(), cell.sku(), cell.lot(), "");
    }

    private Map<Cell, Integer> units() {
        Map<Cell, Integer> sums = new TreeMap<>();
        stock.forEach((balance, units) -> sums.merge(balance.cell(), units, Integer::sum));
        return sums;
    }

    private void something(LocalDate day) throws SQLException {
        List<Balance> there = stock.keySet().stream()
                .filter(each -> stock.get(each) > 0)
                .sorted(java.util.Comparator.comparing(Balance::toString))
                .toList();
        int what = there.isEmpty() ? 0 : dice.nextInt(6);
        Balance from = there.isEmpty() ? null : there.get(dice.nextInt(there.size()));
        if (what < 2 || from == null) {
            int item = dice.nextInt(ITEMS);
            Balance to = new Balance(
                    item, item == 3 ? 0 : 1 + 3 * item + dice.nextInt(3), dice.nextInt(PLACES.size()), "AVAILABLE");
            move(null, to, 1 + dice.nextInt(40), day);
        } else if (what == 2) {
            move(from, null, dice.nextBoolean() ? stock.get(from) : 1 + dice.nextInt(stock.get(from)), day);
        } else if (what == 3) {
            String state = STATES.get((STATES.indexOf(from.state) + 1) % STATES.size());
            move(from, new Balance(from.item, from.lot, from.place, state), 1 + dice.nextInt(stock.get(from)), day);
        } else {
            int place = (from.place + 1 + dice.nextInt(PLACES.size() - 1)) % PLACES.size();
            int units = dice.nextBoolean() ? stock.get(from) : 1 + dice.nextInt(stock.get(from));
            move(from, new Balance(from.item, from.lot, place, from.state), units, day);
        }
    }

    private void move(Balance from, Balance to, int units, LocalDate day) throws SQLException {
        Balance either = from == null ? to : from;
        books.run(
                ("INSERT INTO movement (warehouse_id, id, event_id, line, kind, owner_id, item_id, lot_id, from_location,"
                                + " from_state, to_location, to_state, quantity, from_stock, to_stock, gate_seq, actor, device, business_date, occurred_at)"
                                + " VALUES (900001, %d, gen_random_uuid(), 1, 'MOVE', %d, %d, %s, %d, %s, %d, %s, %d, %s, %s, 0, '', '', '%s', now())")
                        .formatted(
                                ++movement,
                                ownerId(owner(either.item)),
                                FIRST_ID + either.item,
                                either.lot == 0 ? "NULL" : "" + (FIRST_ID + either.lot),
                                from == null ? 1 : FIRST_ID + from.place,
                                from == null ? "NULL" : "'" + from.state + "'",
                                to == null ? 1 : FIRST_ID + to.place,
                                to == null ? "NULL" : "'" + to.state + "'",
                                units,
                                from == null ? "NULL" : "1",
                                to == null ? "NULL" : "1",
                                day));
        if (from == null) {
            received.putIfAbsent(lot(to.cell()), day);
            receipts.add(new Observations.Receipt(owner(to.item), "S" + to.item, day, BigDecimal.valueOf(units)));
        } else {
            stock.merge(from, -units, Integer::sum);
        }
        if (to != null) {
            stock.merge(to, units, Integer::sum);
            fullest.merge(to.cell(), units().getOrDefault(to.cell(), 0), Math::max);
        }
    }

    /** What stands at the end of a day, on days to come as well. */
    Observations observedAndStanding(LocalDate last, int days) {
        List<Observations.Holding> all = new ArrayList<>(holdings);
        for (Observations.Holding holding : holdings) {
            for (int n = 1; holding.to().equals(last) && !holding.intraday() && n <= days; n++) {
                LocalDate day = last.plusDays(n);
                all.add(new Observations.Holding(
                        holding.cell(),
                        holding.units(),
                        day,
                        day,
                        holding.received(),
                        false,
                        holding.hold(),
                        holding.plate()));
            }
        }
        return new Observations(observed().goods(), observed().places(), all, receipts);
    }

    /** The same for the engine. */
    Observations observed() {
        Map<String, Observations.Goods> goods = Map.of(
                "S0", goods("2", "152.4", "101.6", "101.6"),
                "S1", goods("9", "130", "70", "30"),
                "S2", Observations.Goods.UNKNOWN,
                "S3", goods("30", "609.6", "304.8", "304.8"));
        Map<String, Observations.Place> places = Map.of(
                "P0", place("STORAGE", "BIN", "4", null, "Z"),
                "P1", place("STORAGE", "SHELF", "7.1234", "COLD", null),
                "P2", place("PICK_FACE", "PALLET", "64", null, null),
                "P3", place("QUARANTINE", "SHELF", "5", "COLD", "Z"),
                "P4", place("STORAGE", "BIN", null, null, null),
                "P5", place("RECEIVING", "SHELF", null, null, null));
        return new Observations(goods, places, holdings, receipts);
    }

    private static Observations.Goods goods(String weight, String... sides) {
        List<BigDecimal> all =
                java.util.Arrays.stream(sides).map(BigDecimal::new).toList();
        BigDecimal volume = all.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        return new Observations.Goods(all, volume, new BigDecimal(weight), false, null);
    }

    private static Observations.Place place(
            String type, String storageClass, String cubicFeet, String temperatureClass, String zone) {
        BigDecimal volume =
                cubicFeet == null ? null : new BigDecimal(cubicFeet).multiply(new BigDecimal("28316846.592"));
        return new Observations.Place(type, storageClass, volume, temperatureClass, zone);
    }
}
