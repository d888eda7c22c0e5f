package dev.lotline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCheckTest {
    @ParameterizedTest(name = "{0}, adjustable {1}: refused {2}")
    @CsvSource({
        "prod, true, true",
        "prod, false, false",
        "demo, true, false",
        "demo;prod, true, true",
        "test, true, false"
    })
    void prod_refuses_an_adjustable_clock(String profiles, boolean adjustable, boolean refused) {
        assertEquals(
                refused,
                ClockCheck.problem(List.of(profiles.split(";")), adjustable).contains("lotline.clock.adjustable"));
    }
}
