package dev.lotline.stock.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    private final Figure ten = Booked.AVAILABLE.of(new BigDecimal("10.0000"));
    private final Figure four = Booked.ALLOCATED.of(new BigDecimal("4"));

    @Test
    void figure_says_what_it_was_computed_of() {
        Figure free = ten.minus(four, Booked.RESERVED.of(BigDecimal.ONE))
                .notNegative()
                .named("available");

        assertEquals(new BigDecimal("5"), free.value());
        assertEquals("max(0, AVAILABLE - ALLOCATED - RESERVED)", free.formula());
        assertEquals("{AVAILABLE=10, ALLOCATED=4, RESERVED=1}", free.operands().toString());
        assertEquals("good and committed, in their places, claimed or not", ten.meaning());
        assertNull(free.meaning());
    }

    @Test
    void named_figure_stands_by_its_name_in_another() {
        Figure stock = ten.plus(four).named("stock");
        Figure rest = stock.minus(four).named("rest");

        assertEquals("stock - ALLOCATED", rest.formula());
        assertEquals("{stock=14, ALLOCATED=4}", rest.operands().toString());
    }

    @Test
    void sum_that_is_taken_away_stands_in_brackets() {
        assertEquals(
                "AVAILABLE - (ALLOCATED + ALLOCATED)",
                ten.minus(four.plus(four)).formula());
        assertEquals(BigDecimal.valueOf(2), ten.minus(four.plus(four)).value());
    }

    @Test
    void nothing_to_choose_from_is_nothing() {
        assertEquals("0", Figure.smallest(List.of()).named("availableToMake").formula());
        assertEquals(
                "min(floor(AVAILABLE / ALLOCATED), ALLOCATED)",
                Figure.smallest(List.of(ten.wholeTimes(four), four)).formula());
        assertEquals(
                BigDecimal.valueOf(2),
                Figure.smallest(List.of(ten.wholeTimes(four), four)).value());
    }
}
