package dev.lotline.operations.devices;

import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.gs1.scan.ScanProfile.Aim;
import dev.lotline.gs1.scan.Symbology;
import dev.lotline.gs1.scan.text.KeyboardLayouts;
import dev.lotline.gs1.scan.text.Separators;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From the keys of a YAML file, or of the settings of one device, to a profile; names every key that is wrong. */
public final class ProfileReader {
    /** What is wrong with one key. */
    public record Problem(String key, String message) {}

    /** The profile, or null with the reasons why there is none. */
    public record Read(@Nullable DeviceProfile profile, List<Problem> problems) {}

    /** What a file leaves out, and what is read with where nothing else is known. */
    public static final DeviceProfile UNKNOWN_DEVICE =
            new DeviceProfile(ScanProfile.STANDARD, 1, true, "WEDGE", List.of());

    private static final int MOST_ENTRIES = 64;
    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_WINDOW = 10_000;
    private static final String PROFILE = "profile";

    private static final Set<String> SOURCES = Set.of("WEDGE", "INTENT", "IP", "MQTT", "SOCKET", "CAMERA", "TYPED");
    private static final Map<String, Charset> CHARSETS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "US-ASCII", StandardCharsets.US_ASCII);
    private static final Set<String> KNOBS = Set.of(
            "source",
            "aim",
            "prefix",
            "suffix",
            "gsAliases",
            "charset",
            "capsRepair",
            "upcA12",
            "upcE",
            "itfLengths",
            "doubledPayload",
            "repeatWindowMillis",
            "symbologies",
            "labelTypes");
    private static final Set<String> NAMES = Set.of(PROFILE, "version", "enabled", "notes");

    private final Map<String, ?> keys;
    private final List<Problem> problems = new ArrayList<>();

    private ProfileReader(Map<String, ?> keys) {
        this.keys = keys;
    }

    /** A whole profile; what it doesn't say is as with {@link ScanProfile#STANDARD}, but its name and version. */
    public static Read profile(Map<String, ?> keys) {
        ProfileReader reader = new ProfileReader(keys);
        reader.known(true);
        for (String required : List.of(PROFILE, "version", "source", "aim")) {
            if (keys.get(required) == null) {
                reader.wrong(required, "is required");
            }
        }
        return reader.over(UNKNOWN_DEVICE);
    }

    /** Knobs of one device, laid over the profile it has. */
    public static Read settings(Map<String, ?> keys, DeviceProfile profile) {
        ProfileReader reader = new ProfileReader(keys);
        reader.known(false);
        return reader.over(profile);
    }

    private Read over(DeviceProfile base) {
        DeviceProfile read = new DeviceProfile(
                scan(base.scan()),
                number("version", base.version(), 1, Integer.MAX_VALUE),
                yes("enabled", base.enabled()),
                text("source", base.source(), SOURCES::contains, "must be one of " + new TreeSet<>(SOURCES)),
                list("notes", base.notes(), LONGEST_NOTE, any -> true, ""));
        return problems.isEmpty() ? new Read(read, List.of()) : new Read(null, List.copyOf(problems));
    }

    private ScanProfile scan(ScanProfile base) {
        return base.with(draft -> {
            draft.name = text(PROFILE, base.name(), ProfileReader::isName, "must be of a-z, 0-9 and -");
            draft.aim = aim(base.aim());
            draft.prefix = text("prefix", base.prefix(), any -> true, "");
            draft.suffix = suffix(base.suffix());
            draft.gsAliases = list(
                    "gsAliases",
                    base.separators().aliases(),
                    LONGEST_TEXT,
                    Separators::isAllowed,
                    "can't stand for GS: it may be part of a value");
            draft.charset = charset(base.charset());
            draft.capsRepair = yes("capsRepair", base.capsRepair());
            draft.upcA12 = yes("upcA12", base.upcA12());
            draft.upcEShort = word("upcE", base.upcEShort(), "SHORT", "EXPANDED");
            draft.itfLengths = lengths(base.itfLengths());
            draft.detectDoubled = word("doubledPayload", base.detectDoubled(), "DETECT", "OFF");
            draft.repeatWindowMillis = number("repeatWindowMillis", base.repeatWindowMillis(), 0, LONGEST_WINDOW);
            draft.symbologies = symbologies(base.symbologies());
            draft.labelTypes = labelTypes(base.labelTypes());
            draft.keyboards = KeyboardLayouts.builtIn().keyboards();
        });
    }

    private void known(boolean whole) {
        for (String key : keys.keySet()) {
            if (!KNOBS.contains(key) && !(whole && NAMES.contains(key))) {
                wrong(key.substring(0, Math.min(key.length(), LONGEST_TEXT)), "is no key of a profile");
            }
        }
    }

    private Aim aim(Aim base) {
        Object value = keys.get("aim");
        // what YAML 1.1 makes of ON and OFF without quotes
        String text = value instanceof Boolean on ? (on ? "ON" : "OFF") : String.valueOf(value);
        for (Aim aim : Aim.values()) {
            if (aim.name().equals(text)) {
                return aim;
            }
        }
        if (value != null) {
            wrong("aim", "must be ON, OFF or DETECT");
        }
        return base;
    }

    private String suffix(String base) {
        List<String> ends = list("suffix", List.of(), 1, end -> true, "");
        return keys.get("suffix") == null ? base : String.join("", ends);
    }

    private Charset charset(Charset base) {
        String name = text("charset", base.name(), CHARSETS::containsKey, "must be one of " + CHARSETS.keySet());
        return CHARSETS.getOrDefault(name, base);
    }

    private Set<Integer> lengths(Set<Integer> base) {
        Object value = keys.get("itfLengths");
        if (value == null) {
            return base;
        }
        Set<Integer> lengths = new LinkedHashSet<>();
        if (value instanceof List<?> entries && entries.size() <= MOST_ENTRIES) {
            for (Object entry : entries) {
                if (!(entry instanceof Integer length) || length < 2 || length > 80 || length % 2 != 0) {
                    wrong("itfLengths", "must hold even numbers from 2 to 80");
                    return base;
                }
                lengths.add(length);
            }
            return lengths;
        }
        wrong("itfLengths", "must be a list");
        return base;
    }

    private Set<String> symbologies(Set<String> base) {
        String why = "must be a code letter and its modifier, as in d2";
        List<String> found = list("symbologies", List.copyOf(base), 2, ProfileReader::isAimCode, why);
        return Set.copyOf(found);
    }

    private Map<String, String> labelTypes(Map<String, String> base) {
        Object value = keys.get("labelTypes");
        if (value == null) {
            return base;
        }
        Map<String, String> types = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries && entries.size() <= MOST_ENTRIES) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                String id = String.valueOf(entry.getValue());
                if (!id.startsWith("]") || !isAimCode(id.substring(1))) {
                    wrong("labelTypes", "must give an AIM id such as ]d2 for each name");
                    return base;
                }
                types.put(String.valueOf(entry.getKey()), id);
            }
            return types;
        }
        wrong("labelTypes", "must be a map of at most " + MOST_ENTRIES + " names");
        return base;
    }

    private List<String> list(String key, List<String> base, int longest, Predicate<String> right, String why) {
        Object value = keys.get(key);
        if (value == null) {
            return base;
        }
        if (!(value instanceof List<?> entries) || entries.size() > MOST_ENTRIES) {
            wrong(key, "must be a list of at most " + MOST_ENTRIES);
            return base;
        }
        Set<String> found = new LinkedHashSet<>();
        for (Object entry : entries) {
            if (!(entry instanceof String text) || text.isEmpty() || text.length() > longest) {
                wrong(key, "must hold texts of 1 to " + longest + " characters");
            } else if (!right.test(text)) {
                wrong(key, "'" + shown(text) + "' " + why);
            } else {
                found.add(text);
            }
        }
        return List.copyOf(found);
    }

    private String text(String key, String base, Predicate<String> right, String why) {
        Object value = keys.get(key);
        if (value == null) {
            return base;
        }
        if (value instanceof String text && text.length() <= LONGEST_TEXT && right.test(text)) {
            return text;
        }
        wrong(key, value instanceof String && !why.isEmpty() ? why : "must be a text of at most " + LONGEST_TEXT);
        return base;
    }

    private boolean word(String key, boolean base, String yes, String no) {
        Object value = keys.get(key);
        if (value == null) {
            return base;
        }
        String text = value.equals(false) ? "OFF" : String.valueOf(value).toUpperCase(Locale.ROOT);
        if (!text.equals(yes) && !text.equals(no)) {
            wrong(key, "must be " + yes + " or " + no);
        }
        return text.equals(yes);
    }

    private boolean yes(String key, boolean base) {
        Object value = keys.get(key);
        if (value != null && !(value instanceof Boolean)) {
            wrong(key, "must be true or false");
        }
        return value instanceof Boolean flag ? flag : base;
    }

    private int number(String key, int base, int least, int most) {
        Object value = keys.get(key);
        if (value instanceof Integer n && n >= least && n <= most) {
            return n;
        }
        if (value != null) {
            wrong(key, "must be a whole number from " + least + " to " + most);
        }
        return base;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    /** Code letter and modifier of an AIM id that there is. */
    private static boolean isAimCode(String code) {
        return code.length() == 2 && Symbology.startOf("]" + code) != null;
    }

    /** Harmless in a log line. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(20).forEach(c -> shown.append(c < 0x20 || c == 0x7f ? '.' : (char) c));
        return shown.toString();
    }

    private void wrong(String key, String message) {
        problems.add(new Problem(key, message));
    }
}
