package dev.lotline.stock.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthUnitTest {
    @ParameterizedTest
    @CsvSource({
        "in,12,12,12,1.000000",
        "in,6,4,3,0.041667",
        "ft,2,3,0.5,3.000000",
        "cm,30.48,30.48,30.48,1.000000",
        "mm,304.8,304.8,304.8,1.000000",
        "m,1,1,1,35.314667",
        "mm,1,1,1,0.000000",
        "cm,0,5,5,0.000000",
    })
    void volume_is_in_cubic_feet(LengthUnit unit, String length, String width, String height, String expected) {
        assertEquals(
                new BigDecimal(expected),
                unit.cubicFeet(new BigDecimal(length), new BigDecimal(width), new BigDecimal(height)));
    }
}
