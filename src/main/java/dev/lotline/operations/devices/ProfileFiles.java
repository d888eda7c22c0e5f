package dev.lotline.operations.devices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;

/** Profiles from YAML files; what is wrong is told with file and key. */
final class ProfileFiles {
    /** The files that come with Lotline. */
    static final List<String> SHIPPED = List.of(
            "camera",
            "conformance",
            "datalogic-hid",
            "generic-wedge",
            "honeywell-hid",
            "mqtt-fixed",
            "standard",
            "zebra-ds-hid",
            "zebra-tc-datawedge-intent",
            "zebra-tc-datawedge-keystroke");

    private static final int LARGEST = 65_536;
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 8;
    private static final ObjectMapper YAML = new ObjectMapper(yaml());

    private ProfileFiles() {}

    /** A file that gives no profile. The message names it and every wrong key. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String file, String why) {
            super(file + ": " + why);
        }
    }

    static Map<String, DeviceProfile> shipped() {
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        for (String name : SHIPPED) {
            add(profiles, name + ".yaml", resource(name + ".yaml"));
        }
        return profiles;
    }

    /** Those of a folder over those that are there: a file of the folder replaces the shipped profile of its name. */
    static Map<String, DeviceProfile> with(Map<String, DeviceProfile> shipped, Path folder) {
        Map<String, DeviceProfile> own = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            for (Path file : found) {
                if (Files.size(file) > LARGEST) {
                    throw new Unusable(file.toString(), "is larger than " + LARGEST + " bytes");
                }
                add(own, file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new Unusable(folder.toString(), "can't be read: " + e);
        }
        Map<String, DeviceProfile> all = new TreeMap<>(shipped);
        all.putAll(own);
        return all;
    }

    private static void add(Map<String, DeviceProfile> profiles, String file, String text) {
        DeviceProfile profile = read(file, text);
        if (profiles.put(profile.name(), profile) != null) {
            throw new Unusable(file, "profile: '" + profile.name() + "' is there twice");
        }
    }

    static DeviceProfile read(String file, String text) {
        ProfileReader.Read read = ProfileReader.profile(keys(file, text));
        if (read.profile() == null) {
            throw new Unusable(
                    file,
                    read.problems().stream()
                            .map(problem -> problem.key() + " " + problem.message())
                            .collect(Collectors.joining("; ")));
        }
        return read.profile();
    }

    private static Map<String, Object> keys(String file, String text) {
        try {
            Map<String, Object> keys = YAML.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
            if (keys == null) {
                throw new Unusable(file, "is empty");
            }
            return keys;
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            throw new Unusable(file, "is no YAML of keys and values" + where + ": " + e.getOriginalMessage());
        }
    }

    private static String resource(String file) {
        try (InputStream stream = ProfileFiles.class.getResourceAsStream("/profiles/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Anchors are never followed, so no text grows; a key twice is an error. */
    private static YAMLFactory yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        factory.setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return factory;
    }
}
