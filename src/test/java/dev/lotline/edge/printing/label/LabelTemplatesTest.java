package dev.lotline.edge.printing.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.Finding;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelLint;
import dev.lotline.edge.printing.layout.Said;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.ZplReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates, their layout on every print head, and the labels that stand in {@code devices/labels}. */
class LabelTemplatesTest {
    private static final Path GOLDEN = Path.of("devices/labels");
    private static final boolean UPDATE = Boolean.getBoolean("labels.update");
    private static final LabelTemplates TEMPLATES = new LabelTemplates("https://id.gs1.org");
    private static final Imprint IMPRINT = new Imprint("000000017A", 1, Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(LabelKind.class)
    void every_sample_fits_on_every_print_head_and_is_the_label_on_file(LabelKind kind) throws IOException {
        for (Stock stock : kind.stocks()) {
            for (Samples.Size size : Samples.Size.values()) {
                for (int resolution : List.of(203, 300, 600)) {
                    Rendered label = render(kind, stock, resolution, Samples.of(kind, size));
                    assertEquals(List.of(), LabelLint.check(new Dots(kind, resolution, 0), label.label()));
                    onFile(kind, "%s-%s-%d.zpl".formatted(stock.name(), word(size), resolution), label.zpl());
                    onFile(kind, "%s-%s.json".formatted(stock.name(), word(size)), expected(kind, size, label));
                }
            }
        }
    }

    private static String word(Samples.Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    /** What goes in, and what a scanner must say, the same on every head. */
    private static String expected(LabelKind kind, Samples.Size size, Rendered label) throws IOException {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("payload", Samples.of(kind, size));
        expected.put("symbols", Said.by(label.label()));
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n";
    }

    private static void onFile(LabelKind kind, String name, String text) throws IOException {
        Path file = GOLDEN.resolve(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .resolve(name);
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, file + " (mvn test -Dlabels.update=true writes it anew)");
    }

    @Test
    void four_inches_are_813_1200_and_2400_dots() {
        for (Map.Entry<Integer, Integer> head :
                Map.of(203, 813, 300, 1200, 600, 2400).entrySet()) {
            Rendered label = render(
                    LabelKind.PALLET,
                    LabelKind.PALLET.stocks().get(0),
                    head.getKey(),
                    Samples.of(LabelKind.PALLET, Samples.Size.TYPICAL));
            assertEquals(head.getValue(), label.label().width());
        }
    }

    @Test
    void nothing_of_html_touches_a_label() {
        Map<String, String> payload = new HashMap<>(Samples.of(LabelKind.ITEM_LOT, Samples.Size.TYPICAL));
        payload.put("name", "a'b\"c&<d");
        List<Placed> fields = render(
                        LabelKind.ITEM_LOT, LabelKind.ITEM_LOT.stocks().get(0), 203, payload)
                .label()
                .fields();
        assertTrue(fields.stream().anyMatch(field -> field.data().equals("a'b\"c&<d")), fields.toString());
    }

    @Test
    void a_lot_that_has_no_room_is_refused_and_a_name_is_cut() {
        Map<String, String> payload = new HashMap<>(Samples.of(LabelKind.ITEM_LOT, Samples.Size.TYPICAL));
        payload.put("name", "W".repeat(200));
        Stock stock = LabelKind.ITEM_LOT.stocks().get(0);
        assertTrue(render(LabelKind.ITEM_LOT, stock, 203, payload).label().fields().stream()
                .anyMatch(
                        field -> field.data().startsWith("WWW") && field.data().contains("…")));
        payload.put("sku", "W".repeat(64));
        LabelFault fault = assertThrows(LabelFault.class, () -> render(LabelKind.ITEM_LOT, stock, 203, payload));
        assertEquals(LabelFault.Code.FIELD_DOES_NOT_FIT, fault.code());
    }

    @Test
    void a_long_lot_has_no_bar_on_a_pallet_and_no_bar_gets_thinner() {
        Map<String, String> payload = new HashMap<>(Samples.of(LabelKind.PALLET, Samples.Size.TYPICAL));
        payload.put("lot", "L1");
        assertEquals(3, bars(payload));
        payload.put("lot", "ABCDEFGHIJ0123456789");
        assertEquals(2, bars(payload));
    }

    private static long bars(Map<String, String> payload) {
        List<Placed> bars =
                render(LabelKind.PALLET, LabelKind.PALLET.stocks().get(0), 300, payload).label().fields().stream()
                        .filter(field -> field.shape() == Placed.Shape.CODE_128)
                        .toList();
        assertTrue(bars.stream().allMatch(bar -> bar.module() == 6), bars.toString());
        return bars.size();
    }

    @Test
    void what_font_0_has_no_letters_for_gives_way_to_the_code_and_is_told() {
        Map<String, String> payload = new HashMap<>(Samples.of(LabelKind.ITEM_LOT, Samples.Size.TYPICAL));
        payload.put("name", "維生素軟糖");
        payload.put("sku", "ГУММИ-60");
        payload.put("unit", "шт");
        LabelData data = LabelContents.of(LabelKind.ITEM_LOT, payload, IMPRINT);
        assertEquals(Set.of("name", "sku", "unit"), data.missing());
        Stock stock = LabelKind.ITEM_LOT.stocks().get(0);
        assertEquals(
                List.of("(01) 09504000059101", "LOT", "AB-123", "EXP", "31 DEC 2026", "24", "(01) 09504000059101"),
                TEMPLATES.render(LabelKind.ITEM_LOT, stock, 203, data, "job").label().fields().stream()
                        .filter(field -> field.shape() == Placed.Shape.TEXT)
                        .map(Placed::data)
                        .limit(7)
                        .toList());
        assertEquals(
                Set.of(),
                LabelContents.of(LabelKind.ITEM_LOT, Samples.of(LabelKind.ITEM_LOT, Samples.Size.LARGEST), IMPRINT)
                        .missing());
    }

    @Test
    void dates_are_words_in_the_language_of_the_label() {
        Map<String, String> payload = Samples.of(LabelKind.ITEM_LOT, Samples.Size.TYPICAL);
        LabelData spanish = LabelContents.of(
                LabelKind.ITEM_LOT, payload, new Imprint("000000017A", 0, Locale.forLanguageTag("es")));
        String zpl = TEMPLATES
                .render(LabelKind.ITEM_LOT, LabelKind.ITEM_LOT.stocks().get(0), 203, spanish, "job")
                .zpl();
        assertTrue(zpl.contains("31 DIC 2026") && zpl.contains("LOTE"), zpl);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^XA^FO1,1^A0N,9,9^FH_^FD{item.name}^FS^XZ         | EXPRESSION_NOT_ENCODED",
                "^XA^FO1,1^A0N,9,9^FH_^FD{item.name.raw}^FS^XZ     | EXPRESSION_NOT_ENCODED",
                "^XA^FO1,1^A0N,9,9^FD{item.name.text(4)}^FS^XZ     | EXPRESSION_NOT_ENCODED",
                "^XA^FO{item.x},1^A0N,9,9^FH_^FDa^FS^XZ            | EXPRESSION_NOT_ENCODED",
                "^XA^FO1,1^A0N,9,9^FH_^FD{#for a in b}x{/for}^FS^XZ| EXPRESSION_NOT_ENCODED",
                "^XA^FX{item.name.text(4)}^FS^XZ                   | EXPRESSION_NOT_ENCODED",
                "^XA^MMT^XZ                                        | COMMAND_NOT_ALLOWED",
                "^XA~JA^XZ                                         | COMMAND_NOT_ALLOWED"
            })
    void a_template_that_could_be_commanded_by_data_stops_the_start(String source, LabelFault.Code code) {
        LabelFault fault = assertThrows(LabelFault.class, () -> TemplateLint.check("x.zpl", source));
        assertEquals(code, fault.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^FO4,40^A0N,20,20^FH_^FDx^FS                                            | FIELD_OUTSIDE",
                "^FO440,40^A0N,20,20^FH_^FDxxxxxxxxx^FS                                  | TEXT_TOO_LONG",
                "^FO40,40^A0N,20,20^FH_^FDxxxx^FS^FO50,50^A0N,20,20^FH_^FDx^FS           | FIELDS_OVERLAP",
                "^FO40,40^BY2^BCN,100,N,N,N^FH_^FD_3E_3B12^FS^FO145,40^A0N,20,20^FH_^FDx^FS| QUIET_ZONE",
                "^FO40,40^BY9^BCN,100,N,N,N^FH_^FD_3E_3B1234^FS                          | SYMBOL_TOO_WIDE",
                "^FO40,40^BY1^BCN,100,N,N,N^FH_^FD_3E_3B1234^FS                          | MODULE_TOO_SMALL",
                "^FO40,40^BXN,2,200,,,,\\,1^FH_^FDA^FS                                   | MODULE_TOO_SMALL",
                "^FO40,40^BY2^BCN,30,N,N,N^FH_^FD_3E_3B1234^FS                           | BAR_TOO_LOW"
            })
    void a_layout_that_can_not_be_read_is_noticed(String fields, Finding.Rule rule) {
        String zpl = "^XA^CI28^PW456^LL256^LH0,0" + fields.strip() + "^PQ1^XZ";
        List<Finding> findings = LabelLint.check(new Dots(LabelKind.ITEM_LOT, 203, 0), ZplReader.read(zpl));
        assertTrue(findings.stream().anyMatch(finding -> finding.rule() == rule), findings.toString());
    }

    private static Rendered render(LabelKind kind, Stock stock, int resolution, Map<String, String> payload) {
        return TEMPLATES.render(kind, stock, resolution, LabelContents.of(kind, payload, IMPRINT), "job");
    }
}
