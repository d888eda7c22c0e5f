package dev.lotline.edge.graphql.fluent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.edge.graphql.endless.Brand;
import dev.lotline.edge.graphql.endless.Product;
import dev.lotline.edge.graphql.fluent.InventoryQuantity.What;
import dev.lotline.edge.graphql.fluent.QuantityRules.Changes;
import dev.lotline.edge.graphql.fluent.QuantityRules.Facts;
import dev.lotline.edge.graphql.fluent.QuantityRules.Good;
import dev.lotline.edge.graphql.fluent.QuantityRules.Goods;
import dev.lotline.edge.graphql.fluent.QuantityRules.Named;
import dev.lotline.edge.graphql.fluent.QuantityRules.Promised;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of one quantity is in another: the active ones always are what is free. */
class QuantityRulesTest {
    private static final OffsetDateTime ONCE = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final Goods PLACE = new Goods("A-01", null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, LAST_ON_HAND 167",
        "1, 0, 0, 0, LAST_ON_HAND 167",
        "1, -1, -4, 0, LAST_ON_HAND 172 SALE -1 CORRECTION -4",
        "1, 0, 0, 7, LAST_ON_HAND 160 DELTA 7",
        "0, -1, 0, 168, LAST_ON_HAND 168 SALE -1",
        "1, 0, 0, 167, DELTA 167"
    })
    void each_change_since_the_epoch_has_its_quantity(
            int epoch, BigDecimal sale, BigDecimal correction, BigDecimal other, String told) {
        Facts facts = facts(epoch, good(167, sale, correction, other), List.of(), List.of());
        assertEquals(
                told,
                String.join(
                        " ",
                        position(facts).quantities().stream()
                                .map(each -> each.getType() + " " + each.getQuantity())
                                .toList()));
    }

    @Test
    void what_ended_with_the_epoch_before_is_inactive_and_keeps_its_name() {
        Changes none = changes(0, 0, 0);
        Good before = new Good(PLACE, units(10), none, changes(-2, -3, 4), ONCE, ONCE);
        List<InventoryQuantity> told =
                position(facts(2, before, List.of(), List.of())).quantities();
        assertEquals(
                List.of("ACTIVE", "INACTIVE", "INACTIVE", "INACTIVE"),
                told.stream().map(InventoryQuantity::getStatus).toList());
        Good now = new Good(PLACE, units(10), changes(-2, 0, 0), none, ONCE, ONCE);
        assertEquals(
                told.get(1).getRef(),
                position(facts(1, now, List.of(), List.of()))
                        .quantities()
                        .get(1)
                        .getRef());
    }

    @Test
    void whatever_has_happened_the_active_quantities_are_what_is_free() {
        Random dice = new Random(17);
        for (int n = 0; n < 2_000; n++) {
            int epoch = dice.nextInt(3);
            int stands = dice.nextInt(50);
            int promised = dice.nextInt(stands + 1);
            List<Named> named = List.of(
                    named("ADJUSTMENT", dice.nextInt(3), dice.nextInt(9), dice.nextInt(9), dice.nextBoolean()),
                    named("DELTA", dice.nextInt(3), dice.nextInt(9), dice.nextInt(9), dice.nextBoolean()),
                    named("EXPECTED", epoch, 5, 0, false),
                    named("LAST_ON_HAND", epoch, 5, 5, false));
            Facts facts = facts(
                    epoch,
                    good(stands, units(-dice.nextInt(9)), units(-dice.nextInt(9)), units(dice.nextInt(19) - 9)),
                    List.of(
                            new Promised("O", 1, units(promised), true, ONCE),
                            new Promised("P", 1, units(3), false, ONCE)),
                    named);
            BigDecimal active = position(facts).quantities().stream()
                    .filter(each -> "ACTIVE".equals(each.getStatus()))
                    .map(each -> each.getQuantityDecimal().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(stands - promised, active.intValueExact(), "round " + n);
        }
    }

    private static Named named(String type, int epoch, int said, int posted, boolean waiting) {
        return new Named(
                PLACE,
                new What(type, type, "", units(said), null, null),
                true,
                List.of(),
                epoch,
                units(posted),
                waiting,
                ONCE,
                ONCE);
    }

    private static Good good(int stands, BigDecimal sale, BigDecimal correction, BigDecimal other) {
        return new Good(PLACE, units(stands), new Changes(sale, correction, other), changes(-1, -1, 5), ONCE, ONCE);
    }

    private static Facts facts(int epoch, Good good, List<Promised> promised, List<Named> named) {
        Good sound = epoch > 1 ? good : new Good(good.goods(), good.units(), good.now(), changes(0, 0, 0), ONCE, ONCE);
        return new Facts(epoch, List.of(sound), List.of(), promised, List.of(), named);
    }

    private static Changes changes(int sale, int correction, int other) {
        return new Changes(units(sale), units(correction), units(other));
    }

    private static BigDecimal units(int units) {
        return BigDecimal.valueOf(units);
    }

    private static InventoryPosition position(Facts facts) {
        return new InventoryPosition(
                new InventoryPosition.Key(1, 2),
                new InventoryPosition.Of(
                        new Product(2, "S", "S", "EA", new Brand("O", "Owner")),
                        new InventoryCatalogue("O", "Owner"),
                        new Location("W", "W", "UTC", true),
                        true,
                        true,
                        DateTime.of(ONCE),
                        DateTime.of(ONCE)),
                BigDecimal.ZERO,
                facts);
    }
}
