package dev.lotline.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final long SEED = 20260715;

    @Test
    void a_list_is_read_as_its_numbers_one_by_one() {
        assertEquals(
                numbers("38", "-2", "0.25", "0", "12345678901234567890", "-0.5", "7"),
                Quantity.list("38.0000 -2 0.2500 0.0000 12345678901234567890.0000 -0.5 7"));
        assertEquals(List.of(), Quantity.list(""));
    }

    @Test
    void whatever_the_database_writes_is_read_as_plain_as_alone() {
        Random chance = new Random(SEED);
        for (int n = 0; n < 2_000; n++) {
            List<BigDecimal> given = Stream.generate(() -> any(chance)).limit(8).toList();
            String written = String.join(
                    " ", given.stream().map(BigDecimal::toPlainString).toList());
            assertEquals(given.stream().map(Quantity::plain).toList(), Quantity.list(written), written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1  2", "1 ,", "1.2.3", "1.x", ".", "-"})
    void what_is_no_number_is_no_number(String written) {
        assertThrows(NumberFormatException.class, () -> Quantity.list(written));
    }

    private static BigDecimal any(Random chance) {
        long unscaled = chance.nextLong() >> chance.nextInt(Long.SIZE);
        return BigDecimal.valueOf(chance.nextBoolean() ? unscaled : unscaled / 10_000 * 10_000, chance.nextInt(5));
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
