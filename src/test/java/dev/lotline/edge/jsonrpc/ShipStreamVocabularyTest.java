package dev.lotline.edge.jsonrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.edge.jsonrpc.ShipStreamVocabulary.Format;
import dev.lotline.edge.jsonrpc.ShipStreamVocabulary.Level;
import dev.lotline.edge.jsonrpc.ShipStreamVocabulary.Part;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipStreamVocabularyTest {
    @Test
    void t19_the_published_sample_of_a_list() {
        Map<String, Object> told = ShipStreamVocabulary.item(
                "BlueWidget-1", level(0, 0, 50, 43, 5, 16, 1), BigDecimal.ZERO, Format.NUMBER);
        assertEquals(
                "{sku=BlueWidget-1, qty_expected=0, qty_processed=0, qty_putaway=50, qty_available=22, qty_allocated=5,"
                        + " qty_reserved=16, qty_picked=1, qty_backordered=0, qty_advertised=22, qty_on_hand=94}",
                told.toString());
        Map<String, Object> second = ShipStreamVocabulary.item(
                "BlueWidget-5", level(40, 0, 0, 2, 0, 2, 0), BigDecimal.valueOf(5), Format.NUMBER);
        assertEquals(
                "{sku=BlueWidget-5, qty_expected=40, qty_processed=0, qty_putaway=0, qty_available=0, qty_allocated=0,"
                        + " qty_reserved=2, qty_picked=0, qty_backordered=5, qty_advertised=0, qty_on_hand=2}",
                second.toString());
    }

    @Test
    void the_published_sample_of_details() {
        Map<String, Object> told =
                ShipStreamVocabulary.item("BlueWidget-1", level(0, 0, 0, 8, 0, 0, 2), BigDecimal.ZERO, Format.TEXT);
        assertEquals(
                "{sku=BlueWidget-1, qty_expected=0.0000, qty_processed=0.0000, qty_putaway=0.0000, qty_available=8.0000,"
                        + " qty_allocated=0.0000, qty_reserved=0.0000, qty_picked=2.0000, qty_backordered=0.0000,"
                        + " qty_advertised=8, qty_on_hand=10.0000}",
                told.toString());
        assertEquals(
                "{warehouse_id=2, qty_expected=0.0000, qty_processed=0.0000, qty_putaway=0.0000, qty_available=0.0000,"
                        + " qty_allocated=0.0000, qty_reserved=0.0000, qty_picked=0.0000, qty_advertised=0,"
                        + " qty_on_hand=0.0000}",
                ShipStreamVocabulary.inWarehouse(2, level(0, 0, 0, 0, 0, 0, 0), Format.TEXT)
                        .toString());
    }

    @Test
    void t11_a_kit_is_advertised_as_often_as_its_scarcest_component_allows() {
        BigDecimal none = BigDecimal.ZERO;
        List<Part> parts = List.of(
                new Part(BigDecimal.valueOf(2), BigDecimal.valueOf(28)),
                new Part(BigDecimal.ONE, BigDecimal.valueOf(9)));
        Level kit = new Level(none, none, none, BigDecimal.ONE, none, none, none, parts);
        assertEquals(
                BigDecimal.TEN,
                ShipStreamVocabulary.item("KIT", kit, none, Format.NUMBER).get("qty_advertised"));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, false, new",
        "RECEIVING, false, processing",
        "EXCEPTION, false, processing_exception",
        "RECEIVED, false, putting_away",
        "STOWING, false, putting_away",
        "STOWING, true, pending_commit",
        "COMPLETE, true, complete",
        "CANCELLED, true, canceled"
    })
    void states_of_a_delivery(String state, boolean settled, String status) {
        assertEquals(status, ShipStreamVocabulary.deliveryStatus(state, settled));
        assertThrows(IllegalArgumentException.class, () -> ShipStreamVocabulary.deliveryStatus("LOST", settled));
    }

    @Test
    void instants_are_written_in_utc_to_the_second() {
        assertEquals(
                "2018-07-09T19:58:23+00:00",
                ShipStreamVocabulary.instant(OffsetDateTime.parse("2018-07-09T15:58:23.999-04:00")));
    }

    private static Level level(long... units) {
        BigDecimal[] of = Arrays.stream(units).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
        return new Level(of[0], of[1], of[2], of[3], of[4], of[5], of[6], List.of());
    }
}
