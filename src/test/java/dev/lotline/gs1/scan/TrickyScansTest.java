package dev.lotline.gs1.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Conformance cases, one JSON object per line: ours under {@code devices/conformance}, and those of
 * {@code tricky-scans.jsonl} where they lie beside the project. Every line is played.
 */
class TrickyScansTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final ScanReader reader = new ScanReader();

    @TestFactory
    List<DynamicTest> every_case_is_read_as_expected() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                JsonNode scan = new ObjectMapper().readTree(line);
                String number = scan.path("n").asText() + scan.path("v").asText();
                tests.add(DynamicTest.dynamicTest(file.getFileName() + " " + number, () -> check(scan)));
            }
        }
        assertTrue(tests.size() >= 100, "too few cases: " + tests.size());
        return tests;
    }

    private void check(JsonNode scan) {
        String today = scan.path("today").asText();
        LocalDate day = today.isEmpty() ? TODAY : LocalDate.parse(today);
        ScanProfile profile = ScanProfile.CONFORMANCE.with(draft -> change(draft, scan.path("profile")));
        List<RawScan> symbols = new ArrayList<>();
        scan.path("barcodes").forEach(barcode -> symbols.add(raw(barcode, scan)));
        Reading reading = symbols.isEmpty()
                ? reader.read(raw(scan.path("input"), scan), profile, day)
                : reader.readLabel(symbols, profile, day);
        JsonNode expect = scan.path("expect");
        assertEquals(expect.path("outcome").asText(), reading.outcome().name());
        if (expect.has("carrier")) {
            assertEquals(expect.path("carrier").asText(), reading.carrier().name());
        }
        if (expect.has("ais")) {
            String ais = reading.ais().stream()
                    .map(e -> "[\"" + e.ai() + "\",\"" + e.value() + "\"]")
                    .collect(Collectors.joining(",", "[", "]"));
            assertEquals(expect.path("ais").toString(), ais);
        }
        Set<String> issues = new TreeSet<>();
        expect.path("issues").forEach(i -> issues.add(i.asText()));
        if (reading.outcome() == Outcome.REJECT) {
            assertTrue(codes(reading, Severity.REJECT).containsAll(issues), reading.issues()::toString);
        } else {
            assertEquals(issues, codes(reading, Severity.WARN));
        }
        expect.path("meaning")
                .properties()
                .forEach(e -> assertEquals(e.getValue(), json(e.getKey(), reading.meaning()), e.getKey()));
    }

    private static RawScan raw(JsonNode text, JsonNode scan) {
        RawScan raw = RawScan.of(text.asText());
        return scan.path("source").asText().equals("CAMERA")
                        || scan.path("camera").asBoolean()
                ? raw.fromCamera()
                : raw;
    }

    /** The knobs of a case, under the names that profiles are written with. */
    private static void change(ScanProfile.Draft draft, JsonNode knobs) {
        knobs.properties().forEach(knob -> {
            JsonNode value = knob.getValue();
            switch (knob.getKey()) {
                case "aim" -> draft.aim = ScanProfile.Aim.valueOf(value.asText());
                case "prefix" -> draft.prefix = value.asText();
                case "suffix" -> draft.suffix = String.join("", texts(value));
                case "gsAliases" -> draft.gsAliases = texts(value);
                case "capsRepair" -> draft.capsRepair = value.asBoolean();
                case "upcA12" -> draft.upcA12 = value.asBoolean();
                case "upcE" -> draft.upcEShort = value.asText().equals("SHORT");
                case "itfLengths" -> {
                    Set<Integer> lengths = new TreeSet<>();
                    value.forEach(length -> lengths.add(length.asInt()));
                    draft.itfLengths = lengths;
                }
                case "doubledPayload" -> draft.detectDoubled = value.asText().equals("DETECT");
                case "symbologies" -> draft.symbologies = Set.copyOf(texts(value));
                default -> throw new AssertionError("no knob " + knob.getKey());
            }
        });
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> codes(Reading reading, Severity severity) {
        return reading.issues().stream()
                .filter(i -> i.severity() == severity)
                .map(ScanIssue::code)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One value of the meaning as the cases write it; MISSING if the scan doesn't say. */
    private static JsonNode json(String field, ScanMeaning meaning) {
        Object value = switch (field) {
            case "sscc" -> text(meaning.sscc());
            case "gtin14" -> text(meaning.gtin14());
            case "contentGtin14" -> text(meaning.contentGtin14());
            case "lot" -> meaning.lot();
            case "serial" -> meaning.serial();
            case "text" -> meaning.text();
            case "count" -> meaning.count();
            case "useBy" -> date(meaning.useBy());
            case "bestBefore" -> date(meaning.bestBefore());
            case "produced" -> date(meaning.produced());
            case "netWeight" -> measure(meaning.netWeight());
            case "gln" -> meaning.gln();
            case "glnExtension" -> meaning.glnExtension();
            case "shipTo" -> meaning.shipTo();
            case "orderReference" -> meaning.orderReference();
            case "consignment" -> meaning.consignment();
            case "shipment" -> meaning.shipment();
            case "route" -> meaning.route();
            case "labelSerial" -> meaning.labelSerial();
            case "own" ->
                Map.of(
                        "kind",
                        meaning.own().kind().name(),
                        "code",
                        meaning.own().code());
            case "hibc" ->
                Map.of(
                        "lic", meaning.hibc().lic(),
                        "pcn", meaning.hibc().pcn(),
                        "unitOfMeasure", meaning.hibc().unitOfMeasure());
            case "data15434" -> Map.of("format", meaning.data15434().format());
            default -> throw new AssertionError("not compared: " + field);
        };
        return new ObjectMapper().valueToTree(value);
    }

    private static Map<String, String> date(Gs1Date date) {
        if (date == null) {
            return null;
        }
        Map<String, String> written = new LinkedHashMap<>();
        written.put("date", date.date().toString());
        if (date.time() != null) {
            written.put("time", date.time().toString());
        }
        written.put("precision", date.precision().name());
        return written;
    }

    private static Map<String, String> measure(ScanMeaning.Measure measure) {
        return measure == null ? null : Map.of("value", measure.value().toPlainString(), "unit", measure.unit());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** Ours, and the folder {@code data} of a neighbour of the project if there is one. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> ours = Files.list(Path.of("devices/conformance"))) {
            // those of named profiles are played where profiles are read
            ours.filter(file -> file.toString().endsWith(".jsonl") && !file.endsWith("profiles.jsonl"))
                    .sorted()
                    .forEach(files::add);
        }
        Path parent = Path.of("").toAbsolutePath().getParent();
        for (Path above : List.of(parent, parent.getParent() == null ? parent : parent.getParent())) {
            try (Stream<Path> neighbours = Files.list(above)) {
                neighbours
                        .map(n -> n.resolve("data/tricky-scans.jsonl"))
                        .filter(Files::exists)
                        .forEach(files::add);
            }
        }
        return files;
    }
}
