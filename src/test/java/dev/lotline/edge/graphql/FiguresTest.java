package dev.lotline.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.edge.graphql.Figures.Known;
import dev.lotline.edge.graphql.Figures.Part;
import dev.lotline.edge.graphql.Figures.Spot;
import dev.lotline.edge.graphql.Figures.Where;
import dev.lotline.kernel.Refusal;
import dev.lotline.stock.figures.EndlessVocabulary;
import dev.lotline.stock.figures.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    /** In the order of {@link Figures#COUNTED}: received to damaged, allocated, reserved, expected, linked, bought. */
    private static Units units(int... listed) {
        return Units.of(
                Figures.COUNTED,
                IntStream.of(listed).mapToObj(BigDecimal::valueOf).toList());
    }

    @Test
    void a_part_of_the_house_counts_what_stands_there() {
        Figures figures = new Figures(
                new Known(Set.of("W1", "W2"), Map.of("W1:N", "W1"), Map.of("W1:A", "W1")),
                true,
                n(3),
                n(4),
                List.of(
                        new Spot("W1", true, null, null, units(0, 0, 50, 0, 0, 0, 0, 5, 10, 20, 8, 2)),
                        new Spot("W2", false, null, null, units(0, 0, 7))),
                List.of(new Spot("W1", true, "W1:N", null, units(0, 0, 30, 0, 0, 0, 0, 0, 10))),
                List.of(new Spot("W1", true, null, "W1:A", units(0, 0, 12, 0, 0, 0, 0, 0, 2))),
                List.of(
                        new Part("ONE", n(2), List.of(new Spot("W1", true, null, null, units(0, 0, 9))), List.of()),
                        new Part("OTHER", n(1), List.of(new Spot("W1", true, null, null, units(0, 0, 6))), List.of())));
        EndlessVocabulary house = figures.at(Where.HOUSE);
        assertEquals(n(50), house.physical().value());
        assertEquals(n(18), house.ordered().value());
        assertEquals(n(6), house.poUnshipped().value());
        assertEquals(n(4), house.availableToMake().value());
        EndlessVocabulary one = figures.at(Where.of("W1", null, null));
        assertEquals(n(15), one.ordered().value(), "demand that nothing covers has no warehouse");
        assertEquals(n(2), one.poUnshipped().value());
        assertEquals(n(7), figures.at(Where.of("W2", null, null)).physical().value(), "inactive, but named");
        EndlessVocabulary north = figures.at(Where.of(null, List.of("W1:N"), null));
        assertEquals(n(30), north.physical().value());
        assertEquals(n(10), north.allocated().value());
        assertEquals(n(0), north.availableToMake().value());
        assertEquals(n(20), north.incoming().value());
        assertEquals(
                n(0),
                figures.at(Where.of("W2", List.of("W1:N"), null)).physical().value());
        assertEquals(
                n(12),
                figures.at(Where.of(null, null, List.of("W1:A"))).physical().value());
        for (Where unknown : List.of(Where.of("W3", null, null), Where.of(null, List.of("W1:S"), null))) {
            assertThrows(Refusal.class, () -> figures.at(unknown));
        }
    }

    @Test
    void whole_numbers_are_rounded_down_and_never_cut_off() {
        assertEquals(2, Whole.of(new BigDecimal("2.9999")));
        assertEquals(-3, Whole.of(new BigDecimal("-2.5")));
        assertEquals(Integer.MAX_VALUE, Whole.of(n(Integer.MAX_VALUE)));
        assertThrows(Refusal.class, () -> Whole.of(new BigDecimal("2147483648")));
    }

    private static BigDecimal n(int units) {
        return BigDecimal.valueOf(units);
    }
}
