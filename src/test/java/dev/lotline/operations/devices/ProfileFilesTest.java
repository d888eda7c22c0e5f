package dev.lotline.operations.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.gs1.scan.ScanProfile.Aim;
import dev.lotline.gs1.scan.text.KeyboardLayouts;
import dev.lotline.kernel.Refusal;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles from files: what is wrong is told with file and key, and nothing grows while it is read. */
class ProfileFilesTest {
    private static final String GOOD = "profile: mine\nversion: 2\nsource: WEDGE\naim: ON\n";

    @TempDir
    Path folder;

    @Test
    void every_file_that_comes_along_is_read_and_none_is_forgotten() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("devices/profiles"))) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(names, ProfileFiles.shipped().keySet());
            assertEquals(List.copyOf(names), ProfileFiles.SHIPPED);
        }
        for (ScanProfile code : List.of(ScanProfile.STANDARD, ScanProfile.CONFORMANCE)) {
            assertEquals(
                    code.with(
                            draft -> draft.keyboards = KeyboardLayouts.builtIn().keyboards()),
                    ProfileFiles.shipped().get(code.name()).scan());
        }
        assertTrue(ProfileFiles.shipped().values().stream()
                .noneMatch(profile -> profile.notes().isEmpty()));
    }

    @Test
    void files_are_read_anew_and_a_wrong_one_changes_nothing() throws IOException {
        Profiles profiles = new Profiles(Optional.of(folder.toString()), "standard");
        assertEquals(null, profiles.find("mine"));
        Files.writeString(folder.resolve("mine.yaml"), GOOD);
        profiles.reload();
        assertEquals(2, profiles.find("mine").version());
        Files.writeString(folder.resolve("mine.yaml"), GOOD.replace("2", "3"));
        Files.writeString(folder.resolve("other.yaml"), GOOD.replace("mine", "other") + "colour: red\n");
        Refusal refusal = assertThrows(Refusal.class, profiles::reload);
        String told = refusal.violations().get(0).message();
        assertTrue(told.contains("other.yaml") && told.contains("colour"), told);
        assertEquals(2, profiles.find("mine").version());
    }

    @Test
    void aim_may_be_written_without_quotes() {
        assertEquals(Aim.ON, ProfileFiles.read("a", GOOD).scan().aim());
        assertEquals(
                Aim.OFF,
                ProfileFiles.read("a", GOOD.replace("ON", "OFF")).scan().aim());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "colour: red; colour is no key",
                "gsAliases: ['%']; gsAliases '%' can't stand for GS",
                "gsAliases: ['-']; gsAliases '-' can't",
                "gsAliases: ['/']; gsAliases '/' can't",
                "gsAliases: ['_']; gsAliases '_' can't",
                "gsAliases: [A]; gsAliases 'A' can't",
                "gsAliases: ['GS']; gsAliases 'GS' can't",
                "gsAliases: '|'; gsAliases must be a list",
                "suffix: [CR]; suffix must hold texts of 1 to 1",
                "charset: EBCDIC; charset must be one of",
                "upcE: LONG; upcE must be",
                "itfLengths: [7]; itfLengths must hold even",
                "symbologies: ['d']; symbologies 'd' must be a code letter",
                "labelTypes: {X: d2}; labelTypes must give an AIM id",
                "repeatWindowMillis: -1; repeatWindowMillis must be",
                "capsRepair: maybe; capsRepair must be true or false",
                "doubledPayload: SOMETIMES; doubledPayload must be"
            })
    void a_wrong_key_is_named_with_its_file(String line, String told) {
        String message = assertThrows(
                        ProfileFiles.Unusable.class, () -> ProfileFiles.read("mine.yaml", GOOD + line + "\n"))
                .getMessage();
        assertTrue(message.startsWith("mine.yaml: " + told.strip()), message);
    }

    @Test
    void every_wrong_key_is_told_at_once() {
        String message = assertThrows(
                        ProfileFiles.Unusable.class,
                        () -> ProfileFiles.read("mine.yaml", "aim: LOUD\nsource: TELEPATHY\ncolour: red\n"))
                .getMessage();
        for (String key : List.of("profile is required", "version is", "source must", "aim must", "colour is no key")) {
            assertTrue(message.contains(key), message);
        }
    }

    @Test
    void a_folder_replaces_and_adds_and_has_no_name_twice() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), GOOD);
        Files.writeString(folder.resolve("b.yaml"), GOOD.replace("mine", "standard"));
        Map<String, DeviceProfile> all = ProfileFiles.with(ProfileFiles.shipped(), folder);
        assertEquals(ProfileFiles.SHIPPED.size() + 1, all.size());
        assertEquals(2, all.get("standard").version());
        Files.writeString(folder.resolve("c.yaml"), GOOD);
        String twice = assertThrows(
                        ProfileFiles.Unusable.class, () -> ProfileFiles.with(ProfileFiles.shipped(), folder))
                .getMessage();
        assertTrue(twice.contains("c.yaml") && twice.contains("'mine' is there twice"), twice);
    }

    @Test
    void a_missing_or_disabled_default_does_not_start() throws IOException {
        assertThrows(ConfigurationException.class, () -> new Profiles(Optional.empty(), "nowhere"));
        Files.writeString(folder.resolve("a.yaml"), GOOD + "enabled: false\n");
        String path = folder.toString();
        assertThrows(ConfigurationException.class, () -> new Profiles(Optional.of(path), "mine"));
        assertFalse(new Profiles(Optional.of(path), "standard").find("mine").enabled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just a text",
                "- a list\n",
                "profile: mine\nprofile: mine\n",
                "{[",
                "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nprofile: *c\n",
                "profile: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]\n"
            })
    void no_text_gives_anything_but_a_reason(String text) {
        assertThrows(ProfileFiles.Unusable.class, () -> ProfileFiles.read("evil.yaml", text));
    }

    @Test
    void a_deep_or_large_file_is_refused_quickly() throws IOException {
        long start = System.nanoTime();
        assertThrows(ProfileFiles.Unusable.class, () -> ProfileFiles.read("deep", "a: " + "[".repeat(60_000)));
        Files.writeString(folder.resolve("large.yaml"), "# " + "x".repeat(70_000));
        String message = assertThrows(
                        ProfileFiles.Unusable.class, () -> ProfileFiles.with(ProfileFiles.shipped(), folder))
                .getMessage();
        assertTrue(message.contains("large.yaml: is larger"), message);
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
    }
}
