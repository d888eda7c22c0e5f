package dev.lotline.gs1.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance cases of {@code tricky-scans.jsonl}, one JSON object per line: those that need neither a device
 * profile nor a language we don't read yet.
 */
class TrickyScansTest {

    private static final Set<String> READ_TODAY = Set.of(
            "1", "2", "3", "4", "6", "7a", "7b", "7c", "7d", "8a", "8b", "8c", "8d", "9", "10", "11a", "12", "14",
            "16b", "17", "23", "24", "25", "28", "29", "30", "31", "33", "34a", "34b", "34c", "34d", "36", "37", "39",
            "40", "42a", "42b", "43", "44", "51a", "51b", "54c", "58");

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private final ScanReader reader = new ScanReader();

    @TestFactory
    List<DynamicTest> case_is_read_as_expected() throws IOException {
        Path file = file();
        assumeTrue(Files.exists(file), "no conformance cases beside the project");
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode scan = new ObjectMapper().readTree(line);
            String number = scan.path("n").asText() + scan.path("v").asText();
            if (READ_TODAY.contains(number)) {
                tests.add(DynamicTest.dynamicTest(number, () -> check(scan)));
            }
        }
        assertEquals(READ_TODAY.size(), tests.size());
        return tests;
    }

    private void check(JsonNode scan) {
        String today = scan.path("today").asText();
        Reading reading =
                reader.read(RawScan.of(scan.path("input").asText()), today.isEmpty() ? TODAY : LocalDate.parse(today));
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
                .forEach(e -> assertEquals(e.getValue().toString(), json(e.getKey(), reading.meaning()), e.getKey()));
    }

    private static Set<String> codes(Reading reading, Severity severity) {
        return reading.issues().stream()
                .filter(i -> i.severity() == severity)
                .map(ScanIssue::code)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String json(String field, ScanMeaning meaning) {
        return switch (field) {
            case "sscc" -> quoted(meaning.sscc());
            case "gtin14" -> quoted(meaning.gtin14());
            case "contentGtin14" -> quoted(meaning.contentGtin14());
            case "lot" -> quoted(meaning.lot());
            case "serial" -> quoted(meaning.serial());
            case "text" -> quoted(meaning.text());
            case "count" -> String.valueOf(meaning.count());
            case "useBy" -> date(meaning.useBy());
            case "produced" -> date(meaning.produced());
            case "netWeight" ->
                "{\"value\":\"%s\",\"unit\":\"%s\"}"
                        .formatted(
                                meaning.netWeight().value(), meaning.netWeight().unit());
            default -> throw new AssertionError("not compared: " + field);
        };
    }

    private static String date(Gs1Date date) {
        return "{\"date\":\"%s\",\"precision\":\"%s\"}".formatted(date.date(), date.precision());
    }

    private static String quoted(Object value) {
        return "\"" + value + "\"";
    }

    /** In a folder {@code data} of a neighbour of the project; the cases don't come with it. */
    private static Path file() {
        Path missing = Path.of("tricky-scans.jsonl");
        try (Stream<Path> neighbours = Files.list(Path.of("").toAbsolutePath().getParent())) {
            return neighbours
                    .map(n -> n.resolve("data/tricky-scans.jsonl"))
                    .filter(Files::exists)
                    .sorted()
                    .findFirst()
                    .orElse(missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
