package dev.lotline.gs1.profile;

import dev.lotline.gs1.profile.ScanProfile.Aim;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
    public record Read(@Nullable ScanProfile profile, List<Problem> problems) {}

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
        return reader.over(ScanProfile.STANDARD);
    }

    /** Knobs of one device, laid over the profile it has. */
    public static Read settings(Map<String, ?> keys, ScanProfile profile) {
        ProfileReader reader = new ProfileReader(keys);
        reader.known(false);
        return reader.over(profile);
    }

    private Read over(ScanProfile base) {
        String name = text(PROFILE, base.name(), Aliases.NAME, "must be of a-z, 0-9 and -");
        ScanProfile read = new ScanProfile(
                name,
                number("version", base.version(), 1, Integer.MAX_VALUE),
                yes("enabled", base.enabled()),
                text("source", base.source(), SOURCES::contains, "must be one of " + new TreeSet<>(SOURCES)),
                aim(base.aim()),
                text("prefix", base.prefix(), any -> true, ""),
                suffix(base.suffix()),
                aliases(base.gsAliases()),
                charset(base.charset()),
                yes("capsRepair", base.capsRepair()),
                yes("upcA12", base.upcA12()),
                word("upcE", base.shortUpcE(), "SHORT", "EXPANDED"),
                lengths(base.itfLengths()),
                word("doubledPayload", base.doubledPayload(), "DETECT", "OFF"),
                number("repeatWindowMillis", base.repeatWindowMillis(), 0, LONGEST_WINDOW),
                symbologies(base.symbologies()),
                labelTypes(base.labelTypes()),
                list("notes", base.notes(), LONGEST_NOTE, any -> true, ""));
        return problems.isEmpty() ? new Read(read, List.of()) : new Read(null, List.copyOf(problems));
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

    private List<String> aliases(List<String> base) {
        List<String> found = list("gsAliases", base, LONGEST_TEXT, Aliases::allowed, Aliases.WHY);
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        return sorted;
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
        List<String> found = list("symbologies", List.copyOf(base), 2, Aliases::isAimCode, why);
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
                if (id.length() != 3 || id.charAt(0) != ']' || !Aliases.isAimCode(id.substring(1))) {
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
                wrong(key, "'" + Aliases.shown(text) + "' " + why);
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
        if (value != null && !(value instanceof Integer n && n >= least && n <= most)) {
            wrong(key, "must be a whole number from " + least + " to " + most);
        }
        return value instanceof Integer n ? n : base;
    }

    private void wrong(String key, String message) {
        problems.add(new Problem(key, message));
    }
}
