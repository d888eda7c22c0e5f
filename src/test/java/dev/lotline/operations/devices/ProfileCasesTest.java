package dev.lotline.operations.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Severity;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code devices/conformance/profiles.jsonl}: every profile that comes along reads as it says. */
class ProfileCasesTest {
    private static final Path CASES = Path.of("devices/conformance/profiles.jsonl");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScanReader reader = new ScanReader();
    private final Map<String, DeviceProfile> profiles = ProfileFiles.shipped();

    @TestFactory
    List<DynamicTest> every_case_is_read_as_its_profile_says() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(CASES)) {
            JsonNode scan = JSON.readTree(line);
            // what the bytes say is decided at the door
            if (!scan.has("bytes")) {
                tests.add(DynamicTest.dynamicTest(
                        scan.path("n") + " " + scan.path("why").asText(), () -> check(scan)));
            }
        }
        assertTrue(tests.size() > 40);
        return tests;
    }

    @Test
    void every_shipped_profile_but_those_of_hand_scanners_of_one_kind_has_cases() throws IOException {
        Set<String> played = new TreeSet<>();
        for (String line : Files.readAllLines(CASES)) {
            played.add(JSON.readTree(line).path("profile").asText());
        }
        Set<String> missing = new TreeSet<>(ProfileFiles.SHIPPED);
        missing.removeAll(played);
        assertEquals(Set.of("zebra-ds-hid"), missing);
        assertEquals(withoutName("zebra-ds-hid"), withoutName("honeywell-hid"));
    }

    private DeviceProfile withoutName(String name) {
        DeviceProfile profile = profiles.get(name);
        return ProfileReader.settings(
                        Map.of(
                                "gsAliases",
                                profile.scan().separators().aliases(),
                                "capsRepair",
                                profile.scan().capsRepair()),
                        ProfileReader.UNKNOWN_DEVICE)
                .profile();
    }

    private void check(JsonNode scan) {
        String type = scan.path("labelType").asText(null);
        RawScan raw = RawScan.of(scan.path("input").asText())
                .withSymbology(scan.path("symbology").asText(null), type)
                .withCapsLock(scan.path("capsLock").asBoolean());
        Reading reading = reader.read(raw, profile(scan.path("profile")).scan(), TODAY);
        JsonNode expect = scan.path("expect");
        assertEquals(expect.path("outcome").asText(), reading.outcome().name(), reading::toString);
        if (expect.has("carrier")) {
            assertEquals(expect.path("carrier").asText(), reading.carrier().name());
        }
        if (expect.has("ais")) {
            String ais = reading.ais().stream()
                    .map(e -> "[\"" + e.ai() + "\",\"" + e.value() + "\"]")
                    .collect(Collectors.joining(",", "[", "]"));
            assertEquals(expect.path("ais").toString(), ais);
        }
        Severity severity = reading.outcome() == Outcome.REJECT ? Severity.REJECT : Severity.WARN;
        assertEquals(texts(expect.path("issues")), codes(reading, severity), reading::toString);
        if (expect.has("infos")) {
            assertEquals(texts(expect.path("infos")), codes(reading, Severity.INFO));
        }
        if (expect.path("meaning").has("text")) {
            assertEquals(
                    expect.path("meaning").path("text").asText(),
                    reading.meaning().text());
        }
        if (scan.has("layout")) {
            String told = reading.explain().toString();
            assertTrue(told.matches(".* layout .*\\b" + scan.path("layout").asText() + "\\b.*"), told);
        }
    }

    private DeviceProfile profile(JsonNode profile) {
        return profile.isTextual()
                ? profiles.get(profile.asText())
                : ProfileReader.settings(
                                JSON.convertValue(profile, new TypeReference<Map<String, Object>>() {}),
                                profiles.get("conformance"))
                        .profile();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    private static Set<String> codes(Reading reading, Severity severity) {
        return reading.issues().stream()
                .filter(issue -> issue.severity() == severity)
                .map(ScanIssue::code)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
