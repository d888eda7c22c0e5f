package dev.lotline.edge.jsonrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.edge.jsonrpc.ShipStreamWording.Format;
import dev.lotline.edge.jsonrpc.ShipStreamWording.Level;
import dev.lotline.stock.figures.Booked;
import dev.lotline.stock.figures.Position;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import dev.lotline.stock.figures.Units;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipStreamWordingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void t19_the_published_sample_of_a_list() {
        assertEquals(
                """
                {"sku":"BlueWidget-1","qty_expected":0,"qty_processed":0,"qty_putaway":50,"qty_available":22,\
                "qty_allocated":5,"qty_reserved":16,"qty_picked":1,"qty_backordered":0,"qty_advertised":22,"qty_on_hand":94}""", json(ShipStreamWording.item("BlueWidget-1", house(0, 0, 50, 43, 5, 16, 1, 0), Format.NUMBER)));
        assertEquals("""
                {"sku":"BlueWidget-5","qty_expected":40,"qty_processed":0,"qty_putaway":0,"qty_available":0,\
                "qty_allocated":0,"qty_reserved":2,"qty_picked":0,"qty_backordered":5,"qty_advertised":0,"qty_on_hand":2}""", json(ShipStreamWording.item("BlueWidget-5", house(40, 0, 0, 2, 0, 2, 0, 5), Format.NUMBER)));
    }

    @Test
    void the_published_sample_of_details() {
        List<Level> warehouses = List.of(
                ShipStreamWording.inWarehouse(2, told(false, Position.Kit.NONE, 0, 0, 0, 0, 0, 0, 0), Format.TEXT));
        assertEquals(
                """
                {"sku":"BlueWidget-1","qty_expected":"0.0000","qty_processed":"0.0000","qty_putaway":"0.0000",\
                "qty_available":"8.0000","qty_allocated":"0.0000","qty_reserved":"0.0000","qty_picked":"2.0000",\
                "qty_backordered":"0.0000","qty_advertised":"8","qty_on_hand":"10.0000","detailed":[\
                {"warehouse_id":"2","qty_expected":"0.0000","qty_processed":"0.0000","qty_putaway":"0.0000",\
                "qty_available":"0.0000","qty_allocated":"0.0000","qty_reserved":"0.0000","qty_picked":"0.0000",\
                "qty_advertised":"0","qty_on_hand":"0.0000"}]}""",
                json(ShipStreamWording.detailed(
                        "BlueWidget-1", house(0, 0, 0, 8, 0, 0, 2, 0), Format.TEXT, warehouses)));
    }

    @Test
    void t11_a_kit_is_advertised_as_often_as_its_scarcest_component_allows() {
        Position.Kit parts = new Position.Kit(
                true,
                List.of(
                        new Position.Component("GUMMY", BigDecimal.valueOf(2), BigDecimal.valueOf(28)),
                        new Position.Component("BOX", BigDecimal.ONE, BigDecimal.valueOf(9))));
        ShipStreamVocabulary kit = told(true, parts, 0, 0, 0, 1, 0, 0, 0, 0);
        assertEquals(
                BigDecimal.TEN,
                ShipStreamWording.item("KIT", kit, Format.NUMBER).advertised());
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
        assertEquals(status, ShipStreamWording.deliveryStatus(state, settled));
        assertThrows(IllegalArgumentException.class, () -> ShipStreamWording.deliveryStatus("LOST", settled));
    }

    @Test
    void instants_are_written_in_utc_to_the_second() {
        assertEquals(
                "2018-07-09T19:58:23+00:00",
                ShipStreamWording.instant(OffsetDateTime.parse("2018-07-09T15:58:23.999-04:00")));
    }

    private static String json(Level level) {
        try {
            return JSON.writeValueAsString(level);
        } catch (JsonProcessingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static ShipStreamVocabulary house(long... units) {
        return told(true, Position.Kit.NONE, units);
    }

    private static ShipStreamVocabulary told(boolean house, Position.Kit kit, long... units) {
        List<Booked> counted = List.of(
                Booked.EXPECTED,
                Booked.RECEIVED,
                Booked.STOWED,
                Booked.AVAILABLE,
                Booked.ALLOCATED,
                Booked.RESERVED,
                Booked.PICKED,
                Booked.BACKORDERED);
        Units of = Units.of(
                counted.subList(0, units.length),
                Arrays.stream(units).mapToObj(BigDecimal::valueOf).toList());
        return ShipStreamVocabulary.of(new Position(house, of, kit, null));
    }
}
