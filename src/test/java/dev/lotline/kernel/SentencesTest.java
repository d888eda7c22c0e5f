package dev.lotline.kernel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SentencesTest {
    private static final Locale ES = Locale.forLanguageTag("es");
    private static final List<String> DONE = List.of(
            "RECEIVED",
            "STOWED",
            "MOVED",
            "PICKED",
            "SHORT",
            "UNPICKED",
            "UNDONE",
            "WAVE_PLANNED",
            "WAVE_RELEASED",
            "ASSIGNED",
            "COMMITTED",
            "CLOSED",
            "RELEASED",
            "SHIPPED",
            "CANCELLED",
            "ACCEPTED",
            "REJECTED",
            "HELD",
            "RELEASED_FROM_HOLD",
            "PLATE_BUILT",
            "PLATE_SPLIT",
            "PLATE_NESTED",
            "SAME_LOT_THERE",
            "SAME_ITEM_THERE",
            "NEAREST_FREE",
            "ROOM_BESIDE_OTHERS",
            "ADJUSTED",
            "SECOND_PERSON_AWAITED",
            "DAMAGED",
            "DISPOSED",
            "COUNTED",
            "COUNT_AGAIN",
            "COUNT_EACH",
            "COUNT_PLANNED",
            "RETURNED",
            "RETURN_UNANNOUNCED",
            "LOCATION_SET",
            "DOCUMENT_OPEN",
            "PRINTER_SET",
            "LABELS_ASKED",
            "TOTE_FULL",
            "TOTE_SET",
            "QUANTITY_SET",
            "LIFTED",
            "ARMED",
            "SKIPPED",
            "NOTHING_IS_OPEN",
            "WHAT_IS_OPEN",
            "NOTHING_LEFT_TO_PICK",
            "TEST_SCAN",
            "DUPLICATE_SCAN",
            "FAULT");
    private static final List<String> PRINTING = List.of(
            "PRINTER_READY",
            "PRINTER_PRINTING",
            "PRINTER_HEAD_OPEN",
            "PRINTER_PAPER_OUT",
            "PRINTER_RIBBON_OUT",
            "PRINTER_PAUSED",
            "PRINTER_TOO_HOT",
            "PRINTER_TOO_COLD",
            "PRINTER_MEMORY_FAULT",
            "PRINTER_BUFFER_FULL",
            "PRINTER_LABEL_WAITING",
            "PRINTER_SILENT",
            "PRINTER_UNREACHABLE",
            "PRINTER_UNREADABLE",
            "PRINTER_UNASKED",
            "PRINTER_STALE",
            "PRINTER_OFF",
            "PRINT_ALERT_NOT_READY",
            "PRINT_ALERT_UNKNOWN_OLD",
            "PRINT_ALERT_QUEUE_LONG");
    static final List<String> KEYS = Stream.of(
                    Arrays.stream(RefusalCode.values()).map(Enum::name), DONE.stream(), PRINTING.stream())
            .flatMap(each -> each)
            .toList();

    @ParameterizedTest
    @FieldSource("KEYS")
    void every_code_has_its_sentence_in_every_language_and_needs_no_fact(String key) {
        for (Locale language : Sentences.LANGUAGES) {
            String sentence = Sentences.of(key, Map.of(), language);
            assertAll(
                    () -> assertNotEquals(key, sentence, "no sentence in " + language),
                    () -> assertFalse(sentence.matches(".*[\\[\\]{}|].*"), sentence),
                    () -> assertFalse(sentence.contains("  ") || sentence.contains(" ."), sentence));
        }
        assertNotEquals(Sentences.of(key, Map.of(), Locale.ENGLISH), Sentences.of(key, Map.of(), ES));
    }

    @Test
    void every_language_has_the_same_keys() throws IOException {
        assertEquals(keys("messages.properties"), keys("messages_es.properties"));
        assertEquals(KEYS.stream().sorted().toList(), keys("messages.properties"));
    }

    @Test
    void facts_are_filled_in() {
        assertEquals("Lot L-A is on hold.", Sentences.of("LOT_ON_HOLD", Map.of("lot", "L-A"), Locale.ENGLISH));
        assertEquals("El lote L-A está retenido.", Sentences.of("LOT_ON_HOLD", Map.of("lot", "L-A"), ES));
        assertEquals("This lot is on hold.", Sentences.of("LOT_ON_HOLD", Map.of(), Locale.ENGLISH));
    }

    @Test
    void numbers_are_shown_plain() {
        Map<String, Object> facts =
                Map.of("quantity", new BigDecimal("38.0000"), "sku", "GUMMY", "lot", "L-A", "location", "A-01");
        assertEquals("38 put away of GUMMY, lot L-A at A-01.", Sentences.of("STOWED", facts, Locale.ENGLISH));
        assertEquals(
                "38 put away at A-01.",
                Sentences.of("STOWED", Map.of("quantity", 38.0, "location", "A-01"), Locale.ENGLISH));
    }

    @Test
    void a_fact_is_text_and_never_a_pattern() {
        assertEquals(
                "Lot {lot}$1\\|[x] is on hold.",
                Sentences.of("LOT_ON_HOLD", Map.of("lot", "{lot}$1\\|[x]"), Locale.ENGLISH)
                        .replace("  ", " "));
        assertEquals("Lot A B is on hold.", Sentences.of("LOT_ON_HOLD", Map.of("lot", "A\nB"), Locale.ENGLISH));
    }

    @Test
    void accept_language_is_understood() {
        assertEquals(ES, Sentences.language("es-MX,en;q=0.5"));
        assertEquals(ES, Sentences.language("de,es;q=0.5"));
        assertEquals(Locale.ENGLISH, Sentences.language("en-US,es;q=0.1"));
        assertEquals(Locale.ENGLISH, Sentences.language("fr"));
        assertEquals(Locale.ENGLISH, Sentences.language("%%%,;;"));
        assertEquals(Locale.ENGLISH, Sentences.language(null));
    }

    private static List<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = SentencesTest.class.getClassLoader().getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream().sorted().toList();
    }
}
