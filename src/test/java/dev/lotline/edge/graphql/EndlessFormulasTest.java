package dev.lotline.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.edge.graphql.Figures.Known;
import dev.lotline.edge.graphql.Figures.Part;
import dev.lotline.edge.graphql.Figures.Spot;
import dev.lotline.edge.graphql.Figures.Where;
import dev.lotline.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndlessFormulasTest {
    /** In the order of {@link Units.Kind}: received to damaged, allocated, reserved, expected, linked, bought. */
    private static Units units(int... listed) {
        return Units.of(IntStream.of(listed).mapToObj(BigDecimal::valueOf).toList());
    }

    @Test
    void every_name_has_its_formula() {
        EndlessVocabulary e = EndlessVocabulary.of(units(1, 2, 100, 8, 3, 4, 5, 20, 30, 60, 40, 25), n(7), n(9));
        assertEquals(n(123), e.physical());
        assertEquals(n(15), e.unavailable());
        assertEquals(n(108), e.stock());
        assertEquals(n(58), e.allocated());
        assertEquals(n(50), e.unallocated());
        assertEquals(n(50), e.available());
        assertEquals(n(65), e.ordered());
        assertEquals(n(59), e.availableToAllocate());
        assertEquals(n(59), e.availableToSell());
        assertEquals(n(60), e.incoming());
        assertEquals(n(65), e.poQuantity());
        assertEquals(n(40), e.poShipped());
        assertEquals(n(25), e.poUnshipped());
        assertEquals(n(20), e.shipmentUnlinked());
        assertEquals(n(85), e.totalIncoming());
        assertEquals(e.totalIncoming(), e.poShipped().add(e.poUnshipped()).add(e.shipmentUnlinked()));
    }

    @ParameterizedTest
    @CsvSource({
        "10,  0, 0, FULL_STOCK",
        "10, 10, 0, OUT_OF_STOCK",
        "10, 11, 0, OVERSOLD",
        "10, 11, 1, FULL_STOCK",
        " 0,  0, 0, OUT_OF_STOCK",
        " 0,  0, 4, FULL_STOCK",
        " 0,  5, 4, OVERSOLD"
    })
    void depth_is_each_of_its_values(int available, int ordered, int toMake, DepthEnum depth) {
        int allocated = Math.min(available, ordered);
        Units units = units(0, 0, available, 0, 0, 0, 0, allocated);
        assertEquals(
                depth,
                EndlessVocabulary.of(units, n(ordered - allocated), n(toMake)).depth());
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
                        new Part(n(2), List.of(new Spot("W1", true, null, null, units(0, 0, 9))), List.of()),
                        new Part(n(1), List.of(new Spot("W1", true, null, null, units(0, 0, 6))), List.of())));
        EndlessVocabulary house = figures.at(Where.HOUSE);
        assertEquals(n(50), house.physical());
        assertEquals(n(18), house.ordered());
        assertEquals(n(6), house.poUnshipped());
        assertEquals(n(4), house.availableToMake());
        EndlessVocabulary one = figures.at(Where.of("W1", null, null));
        assertEquals(n(15), one.ordered(), "demand that nothing covers has no warehouse");
        assertEquals(n(2), one.poUnshipped());
        assertEquals(n(7), figures.at(Where.of("W2", null, null)).physical(), "inactive, but named");
        EndlessVocabulary north = figures.at(Where.of(null, List.of("W1:N"), null));
        assertEquals(n(30), north.physical());
        assertEquals(n(10), north.allocated());
        assertEquals(n(0), north.availableToMake());
        assertEquals(n(20), north.incoming());
        assertEquals(n(0), figures.at(Where.of("W2", List.of("W1:N"), null)).physical());
        assertEquals(n(12), figures.at(Where.of(null, null, List.of("W1:A"))).physical());
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
