package dev.lotline.gs1.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Severity;
import dev.lotline.gs1.scan.ScanMeaning.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From raw text to typed values; {@code ~} stands for GS. */
class ScanReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final ScanReader reader = new ScanReader();

    @Test
    void a_pallet_label_means_what_it_says() {
        ScanMeaning meaning = read("]C100006141411234567890020950400005910137240~10AB~21S1~11260101~13260102~20" + "07")
                .meaning();
        assertEquals("006141411234567890", String.valueOf(meaning.sscc()));
        assertEquals("09504000059101", String.valueOf(meaning.contentGtin14()));
        assertNull(meaning.gtin14());
        assertEquals(240, meaning.count());
        assertEquals("AB", meaning.lot());
        assertEquals("S1", meaning.serial());
        assertEquals("07", meaning.variant());
        assertEquals(day(2026, 1, 1), meaning.produced());
        assertEquals(day(2026, 1, 2), meaning.packed());
        assertNull(meaning.text());
    }

    @Test
    void what_came_twice_and_twice_again_is_taken_once() {
        String label = "010950400005910117261231";
        Reading reading = read((label + label) + (label + label));
        assertEquals(label, reading.canonical());
        assertEquals(label, read(reading.canonical()).canonical());
        // found by Jazzer: what was halved once could be halved again when it was replayed
        assertEquals("0".repeat(20), read("0".repeat(160)).canonical());
        // found by Jazzer, too: twice only when the GS in front are gone
        String item = "0109504000059101";
        assertEquals(item, read("\u001d\u001d" + item + item).canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "]d201095040000591011726123115270131, 2026-12-31",
        "]d2010950400005910115270131, 2027-01-31",
        "]d2010950400005910115270200, 2027-02-28",
        "]d2010950400005910116270131, ",
        "]d20109504000059101, "
    })
    void expiration_is_use_by_before_best_before(String data, LocalDate expiration) {
        assertEquals(expiration, read(data).meaning().expirationDate());
    }

    @ParameterizedTest
    @CsvSource({
        "]d201095040000591013024, OK, 24, ''",
        "]d201095040000591013000000007, OK, 7, ''",
        "]d201095040000591013099999999, OK, 99999999, ''",
        "]d20109504000059101300, WARN, , ZERO_COUNT",
        "]d200006141411234567890020950400005910137240, OK, 240, ''",
        "]d20000614141123456789002095040000591013700, WARN, , ZERO_COUNT",
        "]d2010950400005910137240, WARN, , PAIR_EXCLUDED PAIR_MISSING PAIR_MISSING",
        "]d2010950400005910137240~3024, WARN, , PAIR_EXCLUDED PAIR_MISSING PAIR_MISSING",
        "]d2000061414112345678900109504000059101020950400005910137240, WARN, , PAIR_EXCLUDED PAIR_EXCLUDED",
        "]d237240, WARN, , PAIR_MISSING PAIR_MISSING",
        "]d2020950400005910137240~3024, WARN, 240, PAIR_MISSING"
    })
    void count(String data, Outcome outcome, Integer count, String warnings) {
        Reading reading = read(data);
        assertEquals(outcome, reading.outcome());
        assertEquals(count, reading.meaning().count());
        assertEquals(warnings, warnings(reading));
    }

    @ParameterizedTest
    @CsvSource({
        "]d201095040000591013103001250, 1.250, kg",
        "]d201095040000591013100001250, 1250, kg",
        "]d201095040000591013105001250, 0.01250, kg",
        "]d201095040000591013202000150, 1.50, lb",
        "]d2010950400005910132020001503103000680, 0.680, kg"
    })
    void net_weight_has_the_decimals_of_its_ai(String data, BigDecimal value, String unit) {
        assertEquals(new Measure(value, unit), read(data).meaning().netWeight());
    }

    @Test
    void a_weight_with_two_decimal_points_is_no_weight() {
        Reading reading = read("]d2010950400005910131030012503102001250");
        assertEquals("PAIR_EXCLUDED", warnings(reading));
        assertNull(reading.meaning().netWeight());
    }

    @ParameterizedTest
    @CsvSource({
        "]E09504000059101, OK, 09504000059101, ''",
        "]E402345673, OK, 00000002345673, ''",
        "9504000059101, OK, 09504000059101, ''",
        "123456789012, OK, 00123456789012, ''",
        "02345673, OK, 00000002345673, ''",
        "]I100614141123452, OK, 00614141123452, ''",
        "00614141123452, OK, 00614141123452, ''",
        "]E3950400005910112, OK, 09504000059101, ''",
        "]E3950400005910112345, OK, 09504000059101, ''",
        "]E09800000000007, WARN, 09800000000007, NOT_A_TRADE_ITEM",
        "]E09850000000002, OK, 09850000000002, ''",
        "]E09890000000008, OK, 09890000000008, ''",
        "]E09900000000004, WARN, 09900000000004, NOT_A_TRADE_ITEM",
        "]E09912345678909, WARN, 09912345678909, NOT_A_TRADE_ITEM",
        "]E00512345000107, WARN, 00512345000107, NOT_A_TRADE_ITEM"
    })
    void trade_item_numbers_become_ai_01(String data, Outcome outcome, String gtin, String warnings) {
        Reading reading = read(data);
        assertEquals(warnings, warnings(reading));
        assertEquals(outcome, reading.outcome());
        assertEquals(gtin, String.valueOf(reading.meaning().gtin14()));
        assertEquals("01", reading.ais().get(0).ai());
        assertEquals(gtin, reading.ais().get(0).value());
    }

    @ParameterizedTest
    @CsvSource({
        "]E0950400005910, BAD_LENGTH",
        "]E4023456730, BAD_LENGTH",
        "]E09504000059102, BAD_CHECK_DIGIT",
        "]E0950400005910A, BAD_CHARACTER",
        "]E112, EMPTY",
        "]E39504000059101123, BAD_LENGTH",
        "]E3950400005910212, BAD_CHECK_DIGIT",
        "]I10061414112345, BAD_LENGTH",
        "]I000614141123453, BAD_CHECK_DIGIT",
        "]d2, EMPTY",
        "]d2~, EMPTY",
        "010950400005910104, UNKNOWN_AI",
        "010950400005910110A B, BAD_CHARACTER",
        "(01)1, BAD_LENGTH"
    })
    void rejected_with_a_reason_and_nothing_else(String data, String code) {
        Reading reading = read(data);
        assertEquals(Outcome.REJECT, reading.outcome());
        assertEquals(
                code,
                reading.issues().stream()
                        .filter(ScanIssue::rejects)
                        .map(i -> i.code().name())
                        .collect(Collectors.joining(" ")));
        assertSame(ScanMeaning.NONE, reading.meaning());
        assertEquals(List.of(), reading.ais());
    }

    @ParameterizedTest
    @CsvSource({
        "LOC-A-01-02, LOCATION, LOC-, A-01-02",
        "TOTE-17, TOTE, TOTE-, 17",
        "LPN-01234567ABCD.R2, LPN, LPN-, 01234567ABCD.R2",
        "LOT-123456789, LOT, LOT-, 123456789",
        "BDG-ABC, BADGE, BDG-, ABC",
        "]C0WRO-4F7K2M, DOCUMENT, WRO-, 4F7K2M",
        "ORD-4F7K2M, DOCUMENT, ORD-, 4F7K2M",
        "PRN-P1, PRINTER, PRN-, P1",
        "CMD:QTY:5, COMMAND, CMD:, QTY:5",
        "TST-1, TEST, TST-, 1"
    })
    void own_labels_are_read_by_kind_and_code(String data, OwnCode.Kind kind, String prefix, String code) {
        Reading reading = read(data);
        assertEquals(Outcome.OK, reading.outcome());
        assertEquals(Carrier.OWN, reading.carrier());
        assertEquals(new OwnCode(kind, prefix, code), reading.meaning().own());
        assertEquals(prefix + code, reading.meaning().text());
    }

    @Test
    void a_command_inside_a_gs1_symbol_is_data() {
        Reading reading = read("]d210CMD:UNDO");
        assertEquals(Carrier.GS1, reading.carrier());
        assertEquals("CMD:UNDO", reading.meaning().lot());
        assertNull(reading.meaning().own());
    }

    @ParameterizedTest
    @CsvSource({"ABC, PLAIN", "CMD:, PLAIN", "LOC-a, PLAIN", "20262026, PLAIN", "https://a/b, URL", "10ABC, PLAIN"})
    void text_without_structure_is_looked_up(String data, Carrier carrier) {
        Reading reading = read(data);
        assertEquals(Outcome.LOOKUP, reading.outcome());
        assertEquals(carrier, reading.carrier());
        assertEquals(data, reading.meaning().text());
        assertNull(reading.meaning().own());
    }

    @Test
    void the_steps_are_explained() {
        List<String> explain = read("]d2~0109504000059101172602003103001250").explain();
        assertEquals(
                List.of(
                        "removed ]d2",
                        "read as GS1",
                        "INFO GS_EXTRA: surplus GS removed",
                        "INFO DAY_ZERO 17: day 00: the whole month",
                        "01 = GTIN 09504000059101",
                        "17 = USE BY or EXPIRY 28 Feb 2026",
                        "3103 = NET WEIGHT (kg) 001250"),
                explain);
    }

    @Test
    void restricted_numbers_are_noted() {
        for (String data : List.of("]E02112345678900", "]E402345673", "]E00212345678909")) {
            Reading reading = read(data);
            assertNotNull(reading.meaning().gtin14(), data);
            assertEquals(
                    "RESTRICTED_NUMBER",
                    reading.issues().get(reading.issues().size() - 1).code().name());
        }
    }

    private static Gs1Date day(int year, int month, int day) {
        return new Gs1Date(LocalDate.of(year, month, day), Gs1Date.Precision.DAY);
    }

    private static String warnings(Reading reading) {
        return reading.issues().stream()
                .filter(i -> i.severity() == Severity.WARN)
                .map(i -> i.code().name())
                .collect(Collectors.joining(" "));
    }

    private Reading read(String data) {
        return reader.read(RawScan.of(data.replace('~', '\u001d')), TODAY);
    }
}
