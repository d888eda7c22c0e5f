package dev.lotline.operations.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.given.Superuser;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.measuring.StorageRating;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.LineRates;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Rating;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the close measures in the database is what the engine measures: every basis with every way of looking. */
@QuarkusTest
class MeasuredTwiceTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 3);
    private static final List<String> BASES = List.of(
            "'basis':'OCCUPIED_VOLUME'",
            "'basis':'UNIT_VOLUME','minUnitVolume':{'value':20,'unit':'IN3'}",
            "'basis':'LOCATION_TYPE'",
            "'basis':'CALCULATED_LOCATION','unitsPerLocation':7",
            "'basis':'CALCULATED_LOCATION','grain':'ITEM','locationVolume':{'value':2,'unit':'FT3'},'fill':'0.9'",
            "'basis':'UNIT'",
            "'basis':'FLAT'",
            "'kind':'FLAT','grain':'ITEM'",
            "'kind':'FLAT','grain':'OWNER'");
    private static final List<String> LOOKS = List.of(
            "'sampling':'DAILY_CLOSE'",
            "'sampling':'DAILY_ANY'",
            "'sampling':'PEAK'",
            "'sampling':'SNAPSHOT_FIRST'",
            "'sampling':'SNAPSHOT_FIRST','gap':'FULL'",
            "'sampling':'SNAPSHOT_FIRST','gap':'HALF'",
            "'sampling':'SNAPSHOT_LAST'",
            "'sampling':'WEEKLY','weekday':'MONDAY'");
    private static final List<String> OTHERS = List.of(
            "'proration':'ANNIVERSARY','rates':[{'rate':'1'}]",
            "'proration':'ANNIVERSARY','freeDaysOf':'CELL','basis':'UNIT','rates':[{'rate':'1'}]",
            "'proration':'SPLIT','rates':[{'rate':'1'}]",
            "'freeDays':5,'rates':[{'rate':'1'}]",
            "'freeDays':3,'freeDaysIncludeReceiptDay':false,'freeDaysOf':'CELL','basis':'UNIT','rates':[{'rate':'1'}]",
            "'chargeable':{'exemptHoldReasons':['QUARANTINED']},'basis':'UNIT','rates':[{'rate':'1'}]",
            "'chargeable':{'exemptHoldReasons':['QUARANTINED','SHORT_DATED']},'sampling':'SNAPSHOT_FIRST','gap':'FULL',"
                    + "'rates':[{'rate':'1'}]",
            "'chargeable':{'exemptHoldReasons':['QUARANTINED']},'sampling':'DAILY_ANY','basis':'UNIT','rates':[{'rate':'1'}]",
            "'chargeable':{'locationTypes':['RECEIVING','STORAGE']},'basis':'UNIT','rates':[{'rate':'1'}]",
            "'rates':[{'when':{'season':{'from':'02-10','to':'02-20'}},'rate':'1'},{'when':{'zone':'Z'},'rate':'2'},"
                    + "{'when':{'temperatureClass':'COLD'},'rate':'3'},{'when':{'sizeClass':'SMALL'},'rate':'4'},{'rate':'5'}]",
            "'tiers':{'grain':'ITEM','steps':[{'above':0,'rate':'1'},{'above':9,'rate':'0.5'}]}",
            "'kind':'AGED','age':{'assess':{'day':15},'bands':[{'fromDays':0,'toDays':5,'perVolume':'1'},"
                    + "{'fromDays':6,'perUnit':'1'}]}",
            "'kind':'AGED','basis':'OCCUPIED_VOLUME','age':{'assess':'DAILY','bands':[{'fromDays':2,'perVolume':'1'}]}",
            "'kind':'AGED','age':{'by':'FIFO_POOL','assess':'DAILY','bands':[{'fromDays':0,'toDays':2,'perUnit':'1'},"
                    + "{'fromDays':3,'toDays':9,'perVolume':'1'},{'fromDays':10,'perVolume':'2','perUnit':'3','combine':'SUM'}]}",
            "'kind':'AGED','chargeable':{'exemptHoldReasons':['QUARANTINED']},'age':{'by':'FIFO_POOL','assess':{'day':15},"
                    + "'bands':[{'fromDays':1,'perUnit':'1'}]}",
            "'basis':'LPN','rates':[{'rate':'1'}]",
            "'basis':'LPN','sampling':'SNAPSHOT_FIRST','gap':'HALF','chargeable':{'exemptHoldReasons':['QUARANTINED']},"
                    + "'rates':[{'when':{'storageClass':'BIN'},'rate':'1'},{'rate':'2'}]",
            "'basis':'LPN','sampling':'WEEKLY','weekday':'MONDAY','rates':[{'rate':'1'}]",
            "'kind':'OVERAGE','overage':{'basis':'UNIT_VOLUME','limit':3,'rate':'10'}",
            "'kind':'OVERAGE','overage':{'basis':'OCCUPIED_VOLUME','limit':30,'rate':'10'}");

    private static RatePlan plan(List<String> looks) throws Exception {
        List<String> rules = new ArrayList<>();
        for (String basis : BASES) {
            for (String look : looks) {
                rules.add("{'code':'R" + rules.size() + "'," + basis + "," + look + ",'rates':[{'rate':'1'}]}");
            }
        }
        OTHERS.forEach(other -> rules.add("{'code':'R" + rules.size() + "'," + other + "}"));
        return plan("{'code':'T','currency':'USD','sizeClasses':[{'class':'SMALL','maxLongest':6,'maxWeight':5}],"
                + "'rules':[" + String.join(",", rules) + "]}");
    }

    private static RatePlan plan(String definition) throws Exception {
        return PlanRules.plan(new ObjectMapper().readTree(definition.replace('\'', '"')));
    }

    @Test
    void the_database_measures_what_the_engine_measures() throws Exception {
        RatePlan plan = plan(LOOKS);
        PlanBook book = new PlanBook(List.of(new PlanBook.Version(900_001, 1, LocalDate.of(2026, 1, 1), plan)));
        try (Superuser books = Superuser.begin()) {
            Timeline timeline = new Timeline(books, 1).built();
            timeline.paidBy(PlanMeasures.of(plan).encode(), FIRST);
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                timeline.day(day);
                timeline.clock(day.plusDays(1));
                close(books, day, "CLOSED");
            }
            assertSame(engine(book, timeline.observed()), database(books));
        }
    }

    @Test
    void a_house_that_is_closed_a_month_late_twice_or_out_of_order_has_the_same_rows() throws Exception {
        RatePlan plan = plan(List.of(LOOKS.get(0), LOOKS.get(4)));
        LocalDate last = FIRST.plusDays(20);
        try (Superuser books = Superuser.begin()) {
            Timeline timeline = new Timeline(books, 7).built();
            timeline.paidBy(PlanMeasures.of(plan).encode(), FIRST);
            for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
                timeline.day(day);
                timeline.clock(day.plusDays(1));
                close(books, day, "CLOSED");
            }
            List<String> onTime = database(books);
            List<String> hashes =
                    books.ask("SELECT day || input_hash FROM storage_day WHERE warehouse_id = 900001 ORDER BY 1");
            close(books, FIRST.plusDays(3), "UNCHANGED");
            assertEquals(onTime, database(books));

            books.run(
                    "DELETE FROM storage_accrual WHERE warehouse_id = 900001; DELETE FROM storage_day WHERE warehouse_id = 900001;"
                            + "DELETE FROM storage_month WHERE warehouse_id = 900001; DELETE FROM storage_level WHERE warehouse_id = 900001;"
                            + "DELETE FROM storage_unrated WHERE warehouse_id = 900001; DELETE FROM storage_since WHERE warehouse_id = 900001");
            timeline.clock(last.plusDays(40));
            timeline.hurry(10_000, last.plusDays(1));
            close(books, FIRST, "CLOSED");
            close(books, FIRST.plusDays(2), "EARLIER_FIRST");
            for (LocalDate day = FIRST.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                close(books, day, "CLOSED");
            }
            assertSame(onTime, database(books));
            assertEquals(
                    hashes,
                    books.ask("SELECT day || input_hash FROM storage_day WHERE warehouse_id = 900001 ORDER BY 1"));
        }
    }

    @Test
    void the_database_prices_what_the_engine_prices() throws Exception {
        RatePlan plan = plan(
                "{'code':'P','currency':'USD','rules':[{'code':'A','rates':[{'when':{'storageClass':'BIN'},'rate':'0.757'},"
                        + "{'rate':'0.613'}]},{'code':'B','basis':'UNIT_VOLUME','proration':'THIRTY','unit':'M3','rates':[{'rate':'7.31'}]},"
                        + "{'code':'C','basis':'LOCATION_TYPE','per':'DAY','rates':[{'rate':'0.0117'}]},"
                        + "{'code':'D','basis':'CALCULATED_LOCATION','unitsPerLocation':7,'rates':[{'rate':'0.93'}]}]}");
        PlanBook book = new PlanBook(List.of(new PlanBook.Version(900_001, 1, LocalDate.of(2026, 1, 1), plan)));
        LocalDate last = FIRST.plusDays(17);
        try (Superuser books = Superuser.begin()) {
            Timeline timeline = new Timeline(books, 5).built();
            timeline.paidBy(PlanMeasures.of(plan).encode(), FIRST);
            for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
                timeline.day(day);
                timeline.clock(day.plusDays(1));
                close(books, day, "CLOSED");
            }
            List<String> prices = new ArrayList<>();
            LineRates.of(book, YearMonth.from(FIRST))
                    .orElseThrow()
                    .entries()
                    .forEach(entry ->
                            prices.add("{\"version\":%d,\"rule\":\"%s\",\"key\":\"%s\",\"rate\":\"%s\",\"base\":\"%s\"}"
                                    .formatted(
                                            entry.version(), entry.rule(), entry.key(), entry.rate(), entry.base())));
            Observations observed = timeline.observedAndStanding(last, 10);
            for (String owner : Timeline.OWNERS) {
                Rating accrued = StorageRating.rate(book, observed, new Observations.Period(FIRST, last));
                Rating whole = StorageRating.rate(book, observed, new Observations.Period(FIRST, last.plusDays(10)));
                assertEquals(
                        List.of(accrued.total(owner).movePointRight(2).toBigInteger() + " "
                                + whole.total(owner).movePointRight(2).toBigInteger()),
                        books.ask("SELECT trunc(accrued) || ' ' || trunc(whole) FROM storage_price_total("
                                + Timeline.ownerId(owner) + ", 900001, '2026-02-01', true, '" + last + "', 10, '"
                                + prices + "', 2)"));
            }
        }
    }

    private static void close(Superuser books, LocalDate day, String outcome) throws Exception {
        for (String owner : Timeline.OWNERS) {
            assertEquals(
                    List.of(outcome),
                    books.ask("SELECT outcome FROM storage_close(900001, " + Timeline.ownerId(owner) + ", '" + day
                            + "', 'test')"));
        }
    }

    private static List<String> engine(PlanBook book, Observations observed) {
        StorageRating.Sampled sampled = StorageRating.sample(book, observed, new Observations.Period(FIRST, LAST));
        TreeSet<String> rows = new TreeSet<>();
        sampled.samples()
                .forEach(sample -> rows.add(String.join(
                        " ",
                        sample.rule(),
                        cell(sample.day(), sample.cell()),
                        sample.key(),
                        plain(sample.units()),
                        plain(sample.quantity()))));
        sampled.unrated()
                .forEach(gap -> rows.add(String.join(
                        " ",
                        gap.rule(),
                        cell(gap.day(), gap.cell()),
                        gap.reason().name())));
        return List.copyOf(rows);
    }

    private static String cell(LocalDate day, Cell cell) {
        return day + " " + cell.owner() + "/" + cell.sku() + "/" + cell.lot() + "/" + cell.location();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<String> database(Superuser books) throws Exception {
        TreeSet<String> rows = new TreeSet<>(books.ask("""
                SELECT concat_ws(' ', a.rule, a.day, o.code || '/' || coalesce(i.sku, '') || '/'
                  || CASE WHEN a.lot_id = 0 THEN '' ELSE a.lot_id::text END || '/' || coalesce(l.code, ''), a.rate_key,
                  trim_scale(a.units), trim_scale(a.quantity))
                FROM storage_accrual a JOIN owner o ON o.id = a.owner_id LEFT JOIN item i ON i.id = a.item_id
                LEFT JOIN location l ON l.warehouse_id = a.warehouse_id AND l.id = a.location_id
                WHERE a.warehouse_id = 900001
                UNION ALL
                SELECT concat_ws(' ', a.rule, a.day, o.code || '/' || coalesce(i.sku, '') || '/'
                  || CASE WHEN a.lot_id = 0 THEN '' ELSE a.lot_id::text END || '/' || coalesce(l.code, ''), a.reason)
                FROM storage_unrated a JOIN owner o ON o.id = a.owner_id LEFT JOIN item i ON i.id = a.item_id
                LEFT JOIN location l ON l.warehouse_id = a.warehouse_id AND l.id = a.location_id
                WHERE a.warehouse_id = 900001
                """));
        return List.copyOf(rows);
    }

    private static void assertSame(List<String> engine, List<String> database) {
        List<String> onlyEngine = new ArrayList<>(engine);
        onlyEngine.removeAll(new TreeSet<>(database));
        List<String> onlyDatabase = new ArrayList<>(database);
        onlyDatabase.removeAll(new TreeSet<>(engine));
        assertTrue(engine.size() > 1000, "only " + engine.size() + " rows");
        assertEquals(
                List.of(),
                onlyEngine.stream().limit(20).toList(),
                "only the engine; the database alone: "
                        + onlyDatabase.stream().limit(20).toList());
        assertEquals(List.of(), onlyDatabase.stream().limit(20).toList(), "only the database");
    }
}
