package dev.lotline.operations.billing.measuring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.operations.billing.PlanRules;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Rating;
import dev.lotline.operations.billing.rating.Sample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every month, whatever was where: 10,000 of them, seeded. */
class RandomMonthsTest {
    private static final int MONTHS = 10_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final Observations.Period MONTH = new Observations.Period(FIRST, LocalDate.of(2026, 2, 28));
    private static final List<String> LEVELS = List.of("DAY", "LINE", "CLASS", "STATEMENT");
    private static final List<String> RULES = List.of(
            "{'code':'B','rates':[{'rate':'0.757'}]}",
            "{'code':'B','basis':'UNIT_VOLUME','freeDays':5,'rates':[{'rate':'0.33'}]}",
            "{'code':'B','basis':'LOCATION_TYPE','per':'DAY','rates':[{'when':{'storageClass':'BIN'},'rate':'0.011'},{'rate':'0.017'}]}",
            "{'code':'B','tiers':{'steps':[{'above':0,'rate':'0.75'},{'above':6,'rate':'0.41'}]}}",
            "{'code':'B','proration':'SPLIT','second':'HALF','rates':[{'rate':'0.8'}]}",
            "{'code':'B','basis':'UNIT','sampling':'PEAK','rates':[{'rate':'0.013'}]}",
            "{'code':'B','proration':'ANNIVERSARY','rates':[{'rate':'0.77'}]}",
            "{'code':'B','sampling':'SNAPSHOT_FIRST','gap':'HALF','rates':[{'rate':'0.71'}]}",
            "{'code':'B','sampling':'WEEKLY','weekday':'MONDAY','rates':[{'rate':'0.19'}]}",
            "{'code':'B','basis':'CALCULATED_LOCATION','unitsPerLocation':7,'rates':[{'rate':'1.1'}]}");
    private static final List<String> MINIMUMS = List.of(
            "{}",
            "{'lot':'1.07','owner':'9.5'}",
            "{'line':'0.05','sku':'2'}",
            "{'allowance':{'value':3,'unit':'FT3'},'chargeFrom':'1'}",
            "{'billedVolume':{'value':9,'unit':'FT3'}}");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void lines_and_adjustments_are_the_total_and_no_line_is_negative() throws JsonProcessingException {
        Random random = new Random(20260227);
        for (int n = 0; n < MONTHS; n++) {
            RatePlan plan = plan(random);
            List<Observations.Holding> holdings = timeline(random);
            Rating rating = StorageRating.rate(plan, observed(holdings), MONTH);
            String which = "month " + n + " " + plan;
            BigDecimal sum = BigDecimal.ZERO;
            for (Rating.Line line : rating.lines()) {
                assertTrue(line.amount().signum() >= 0, which);
                sum = sum.add(line.amount());
            }
            for (Rating.Adjustment adjustment : rating.adjustments()) {
                sum = sum.add(adjustment.amount());
            }
            assertEquals(0, sum.compareTo(rating.total()), which);
            BigDecimal byOwner = rating.total("O").add(rating.total("P"));
            assertEquals(0, byOwner.compareTo(rating.total()), which);

            if (n % 10 > 0) {
                continue;
            }
            List<Observations.Holding> shuffled = new ArrayList<>(holdings);
            Collections.shuffle(shuffled, random);
            assertEquals(rating, StorageRating.rate(plan, observed(shuffled), MONTH), which);
        }
    }

    @Test
    void a_month_in_one_go_is_its_days_one_by_one() throws JsonProcessingException {
        Random random = new Random(20260228);
        for (int n = 0; n < MONTHS / 10; n++) {
            PlanBook book = PlanBook.of(plan(random));
            Observations observed = observed(timeline(random));
            List<Sample> days = new ArrayList<>();
            Sampler daily = new Sampler(book, observed);
            for (LocalDate day = MONTH.from(); !day.isAfter(MONTH.to()); day = day.plusDays(1)) {
                daily.look(new Observations.Period(day, day));
            }
            days.addAll(daily.samples);
            assertEquals(Measured.of(new Sampler(book, observed).look(MONTH).samples), Measured.of(days));
        }
    }

    @Test
    void shares_of_a_place_are_the_place() throws JsonProcessingException {
        Random random = new Random(3);
        PlanBook book = PlanBook.of(PlanRules.plan(
                json.readTree("{'currency':'USD','rules':[{'code':'B','rates':[{'rate':'1'}]}]}".replace('\'', '"'))));
        for (int n = 0; n < 1000; n++) {
            Sampler sampler = new Sampler(book, observed(timeline(random))).look(MONTH);
            Map<String, BigDecimal> byPlace = new java.util.HashMap<>();
            for (Sample sample : sampler.samples) {
                byPlace.merge(sample.day() + " " + sample.cell().location(), sample.quantity(), BigDecimal::add);
            }
            byPlace.forEach(
                    (place, sum) -> assertEquals(0, volume(place.substring(11)).compareTo(sum), place));
        }
    }

    @Test
    void a_lot_in_one_place_never_costs_more_than_in_two() throws JsonProcessingException {
        Random random = new Random(4);
        RatePlan plan = PlanRules.plan(json.readTree(
                "{'currency':'USD','rules':[{'code':'B','rates':[{'rate':'0.75'}]}]}".replace('\'', '"')));
        for (int n = 0; n < MONTHS / 10; n++) {
            int from = random.nextInt(28);
            int to = from + random.nextInt(28 - from);
            Observations.Holding first = holding(new Cell("O", "S0", "L0", "P0"), 1 + random.nextInt(9), from, to);
            Observations.Holding second = holding(new Cell("O", "S0", "L0", "P3"), 1 + random.nextInt(9), from, to);
            Observations.Holding both = new Observations.Holding(
                    first.cell(),
                    first.units().add(second.units()),
                    first.from(),
                    first.to(),
                    first.received(),
                    false,
                    null);
            BigDecimal apart = StorageRating.rate(plan, observed(List.of(first, second)), MONTH)
                    .total();
            BigDecimal together =
                    StorageRating.rate(plan, observed(List.of(both)), MONTH).total();
            assertTrue(together.compareTo(apart) <= 0);
        }
    }

    private RatePlan plan(Random random) throws JsonProcessingException {
        int rule = random.nextInt(RULES.size());
        String minimums = rule == 0 ? any(MINIMUMS, random) : any(MINIMUMS.subList(0, 3), random);
        String text = "{'currency':'USD','rounding':{'level':'" + any(LEVELS, random) + "','mode':'"
                + any(List.of("HALF_UP", "HALF_EVEN"), random) + "'},'rules':[" + RULES.get(rule) + "],'minimums':"
                + minimums + "}";
        return PlanRules.plan(json.readTree(text.replace('\'', '"')));
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<Observations.Holding> timeline(Random random) {
        List<Observations.Holding> holdings = new ArrayList<>();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            int from = random.nextInt(28);
            int item = random.nextInt(3);
            Cell cell = new Cell(item == 2 ? "P" : "O", "S" + item, "L" + random.nextInt(3), "P" + random.nextInt(4));
            holdings.add(holding(cell, 1 + random.nextInt(40), from, from + random.nextInt(28 - from)));
        }
        return holdings;
    }

    private static Observations.Holding holding(Cell cell, int units, int from, int to) {
        return new Observations.Holding(
                cell,
                BigDecimal.valueOf(units),
                FIRST.plusDays(from),
                FIRST.plusDays(to),
                FIRST.plusDays(from),
                false,
                null);
    }

    private static BigDecimal volume(String place) {
        return new BigDecimal("113267386.368").add(BigDecimal.valueOf(place.equals("P1") ? 77 : 0));
    }

    private static Observations observed(List<Observations.Holding> holdings) {
        Map<String, Observations.Place> places = new java.util.HashMap<>();
        for (int n = 0; n < 4; n++) {
            places.put(
                    "P" + n, new Observations.Place("STORAGE", n == 0 ? "BIN" : "SHELF", volume("P" + n), null, null));
        }
        BigDecimal side = new BigDecimal("25.4");
        return new Observations(
                Map.of(
                        "S0",
                        new Observations.Goods(
                                List.of(side, side, side), new BigDecimal("1573158.144"), null, false, null),
                        "S1",
                        new Observations.Goods(List.of(side, side, side), new BigDecimal("997.013"), null, false, null),
                        "S2",
                        new Observations.Goods(
                                List.of(side, side, side), new BigDecimal("5000000"), null, false, null)),
                places,
                holdings);
    }
}
