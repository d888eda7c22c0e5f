package dev.lotline.gs1.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AIM ids and the carriers they announce. */
class SymbologyTest {

    @ParameterizedTest
    @CsvSource({
        "GS1, ]C1 ]e0 ]d2 ]Q3 ]J1 ]z1 ]d5 ]Q4 ]J4",
        "EAN, ]E0 ]E1 ]E2 ]E3 ]E4",
        "ITF, ]I0 ]I1",
        "PLAIN, ]C0 ]C2 ]C4 ]A0 ]A7 ]B0 ]F0 ]G0 ]H0 ]L0 ]L2 ]S0 ]d0 ]d1 ]d3 ]d4 ]d6",
        "PLAIN, ]Q0 ]Q1 ]Q2 ]Q5 ]Q6 ]J0 ]J2 ]z0 ]z2 ]zC ]U0 ]X0 ]XF"
    })
    void carrier(Carrier carrier, String ids) {
        for (String id : ids.split(" ")) {
            Symbology symbology = Symbology.startOf(id + "data");
            assertNotNull(symbology, id);
            assertEquals(carrier, symbology.carrier(), id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "]", "]d", "]D2", "]c1", "]C3", "]A8", "]XX", "]I3", "d2]", "]\u0410\u0031", "]d\u0662"})
    void unknown(String text) {
        assertNull(Symbology.startOf(text));
    }
}
