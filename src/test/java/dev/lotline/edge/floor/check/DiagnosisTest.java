package dev.lotline.edge.floor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import dev.lotline.gs1.drawing.Drawing;
import dev.lotline.gs1.drawing.SymbolKind;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.ScanReader;
import dev.lotline.gs1.scan.text.KeyboardLayouts;
import dev.lotline.gs1.scan.text.ScanText;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.ProfileReader;
import dev.lotline.operations.devices.ShippedProfiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting of a simulated scanner is found out, and the profile that is proposed reads it. */
class DiagnosisTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final Checkup checkup = new Checkup(ShippedProfiles.usual());

    /** A scanner with its settings, as it types into a field. */
    private record Scanner(
            boolean aim, String prefix, String separator, String end, boolean caps, String layout, int upc) {
        String scan(SheetCode code) {
            String text = code.text().replace("\u001d", separator);
            text = code.kind() == SymbolKind.UPC_A && upc == 13 ? "0" + text : text;
            String plain = prefix + (aim ? code.aimId() : "") + text;
            String sent = caps ? ScanText.swapped(plain) : plain;
            return KeyboardLayouts.builtIn().all().stream()
                            .filter(each -> each.name().equals(layout))
                            .findFirst()
                            .map(each -> each.typed(sent))
                            .orElse(sent)
                    + end;
        }

        List<Sample> samples() {
            return SheetCode.all().stream()
                    .filter(code -> code.quick() || code.sheet().equals("S8"))
                    .map(code -> new Sample(code.sheet(), scan(code), null))
                    .toList();
        }
    }

    @Test
    void ninety_six_settings_are_all_found_out() {
        int matrix = 0;
        for (boolean aim : List.of(true, false)) {
            for (String separator : List.of("\u001d", "", "|", "{GS}")) {
                for (String end : List.of("\r", "\t", "")) {
                    for (boolean caps : List.of(false, true)) {
                        for (int upc : List.of(12, 13)) {
                            matrix++;
                            check(new Scanner(aim, "", separator, end, caps, "en-US", upc));
                        }
                    }
                }
            }
        }
        assertEquals(96, matrix);
    }

    private void check(Scanner scanner) {
        Diagnosis told = checkup.diagnosis(scanner.samples());
        Map<String, String> values = values(told);
        String which = scanner + " " + told;
        assertEquals(List.of(), told.unrecognised(), which);
        assertEquals(scanner.aim ? "ON" : "OFF", values.get("AIM"), which);
        // a token with letters comes through CapsLock as the profile never sees it
        String separator = scanner.caps ? scanner.separator.replace("GS", "gs") : scanner.separator;
        assertEquals(
                separator.equals("\u001d") ? "OK" : separator.isEmpty() ? "LOST" : "AS \"" + separator + "\"",
                values.get("GS"),
                which);
        assertEquals(Map.of("\r", "CR", "\t", "TAB", "", "NONE").get(scanner.end), values.get("SUFFIX"), which);
        assertEquals(scanner.caps ? "SWAPPED" : "OK", values.get("CASE"), which);
        assertEquals("" + scanner.upc, values.get("UPC"), which);
        assertEquals("en-US", values.get("LAYOUT"), which);
        assertEquals("0 of 10", values.get("LOST"), which);
        boolean wrong = !scanner.aim
                || separator.isEmpty()
                || separator.equals("{gs}")
                || scanner.end.isEmpty()
                || scanner.caps;
        assertEquals(!wrong, told.good(), which);
        told.findings()
                .forEach(finding ->
                        assertEquals(finding.good() ? 0 : 4, finding.mend().size(), which));
        if (!scanner.caps && !separator.isEmpty()) {
            reads(scanner, told);
        }
    }

    /** The profile that was proposed reads every code of the sheet as what is on it. */
    private void reads(Scanner scanner, Diagnosis told) {
        DeviceProfile base = ShippedProfiles.usual().find(told.profile());
        DeviceProfile profile = ProfileReader.settings(told.settings(), base).profile();
        assertNotNull(profile, told::toString);
        for (SheetCode code : SheetCode.all()) {
            var reading = new ScanReader().read(RawScan.of(scanner.scan(code)), profile.scan(), TODAY);
            switch (code.kind()) {
                case GS1_128, GS1_DATAMATRIX ->
                    assertEquals("TST-3", reading.meaning().lot(), scanner + " " + told + reading);
                case GS1_QR -> assertEquals("TST%5", reading.meaning().lot());
                case EAN_13, UPC_A, ITF_14 -> assertNotNull(reading.meaning().gtin14(), scanner + " " + told + reading);
                default -> assertFalse(reading.canonical().isEmpty());
            }
        }
    }

    @Test
    void every_layout_prefix_and_doubling_is_found_out() {
        for (KeyboardLayouts.Layout layout : KeyboardLayouts.builtIn().all()) {
            Diagnosis told =
                    checkup.diagnosis(new Scanner(true, "", "\u001d", "\r", false, layout.name(), 13).samples());
            assertEquals(layout.name(), values(told).get("LAYOUT"), told::toString);
            assertEquals("ON", values(told).get("AIM"), told::toString);
            assertEquals("OK", values(told).get("GS"), told::toString);
        }
        Diagnosis prefixed = checkup.diagnosis(new Scanner(true, "#S:", "|", "\r", false, "en-US", 13).samples());
        assertEquals("#S:", values(prefixed).get("PREFIX"));
        assertEquals("#S:", prefixed.settings().get("prefix"));
        Scanner sound = new Scanner(true, "", "\u001d", "\r", false, "en-US", 13);
        List<Sample> twice = sound.samples().stream()
                .map(sample -> new Sample(sample.sheet(), sample.data() + sample.data(), null))
                .toList();
        assertEquals("YES", values(checkup.diagnosis(twice)).get("DOUBLED"));
    }

    @Test
    void what_is_lost_silent_or_not_of_the_sheet_is_told() {
        List<Sample> samples = new ArrayList<>(new Scanner(true, "", "-", "\r", false, "en-US", 13).samples());
        samples.removeIf(sample -> sample.sheet().equals("S7") || sample.data().matches(".*8:[37]\r"));
        samples.add(new Sample("S7", "", null));
        samples.add(new Sample("S1", "4006381333931\r", null));
        Diagnosis told = checkup.diagnosis(samples);
        assertEquals("OFF", values(told).get("ITF"));
        assertEquals("2 of 10", values(told).get("LOST"));
        assertEquals(List.of("S1"), told.unrecognised());
        assertEquals("AS \"-\"", values(told).get("GS"));
        assertFalse(told.settings().containsKey("gsAliases"), "a dash may be part of a lot");
        assertFalse(told.good());
        Diagnosis little = checkup.diagnosis(List.of(new Sample("S2", "nonsense", null)));
        assertEquals(List.of("S1", "S3", "S6", "S7"), little.missing());
        assertEquals(null, little.profile());
    }

    /** What is drawn is decoded again: a sheet that can't be scanned finds nothing out. */
    @Test
    void every_code_of_the_sheet_is_read_back_with_its_symbology() throws Exception {
        for (SheetCode code : SheetCode.all()) {
            Drawing drawing = SheetSvg.drawing(code);
            Result read = new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(new Modules(drawing))),
                            Map.of(DecodeHintType.ASSUME_GS1, true, DecodeHintType.PURE_BARCODE, true));
            String text = read.getText();
            String aim = String.valueOf(read.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
            text = text.startsWith(aim) ? text.substring(3) : text;
            text = text.startsWith("\u001d") ? text.substring(1) : text;
            assertEquals(code.text(), text, code::toString);
            assertEquals(code.aimId().replace("]I1", "]I0"), aim, code::toString);
            assertTrue(SheetSvg.of(code).contains("<path d=\"M"));
        }
    }

    private static Map<String, String> values(Diagnosis told) {
        return told.findings().stream()
                .collect(Collectors.toMap(Finding::setting, Finding::value, (a, b) -> a, TreeMap::new));
    }
}
