package lotline.printer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the printer just now, by name; see the README for what each does. */
public final class Faults {
    private static final Set<String> NAMES = Set.of(
            "paperOut",
            "ribbonOut",
            "headOpen",
            "pause",
            "overTemp",
            "mute",
            "reprintAfterMediaOut",
            "silent",
            "slowStatus",
            "garbageStatus",
            "splitStatus",
            "doubleStatus",
            "oldFirmware",
            "refuse",
            "blackHole",
            "readRate",
            "bufferFull",
            "closeAfter",
            "resetAfter",
            "halfCloseAfter",
            "printPartial",
            "powerCycle",
            "printTwice",
            "printNone",
            "changedPrefix");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*(true|false|\\d{1,9})");

    private final Map<String, Integer> set = new ConcurrentHashMap<>();

    /** Switches a fault on; numbers are bytes, bytes a second or milliseconds. 0 switches it off. */
    public Faults set(String name, int value) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no fault " + name + "; there are " + NAMES);
        }
        if (value == 0) {
            set.remove(name);
        } else {
            set.put(name, value);
        }
        return this;
    }

    public Faults on(String name) {
        return set(name, 1);
    }

    public Faults off(String name) {
        return set(name, 0);
    }

    public void clear() {
        set.clear();
    }

    public boolean is(String name) {
        return set.containsKey(name);
    }

    public int number(String name) {
        return set.getOrDefault(name, 0);
    }

    /** Why nothing is printed now. */
    boolean stops() {
        return is("paperOut") || is("ribbonOut") || is("headOpen") || is("pause") || is("overTemp");
    }

    /** Reads {@code {"paperOut": true, "closeAfter": 100}}. */
    void read(String json) {
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            String value = field.group(2);
            set(field.group(1), value.equals("true") ? 1 : value.equals("false") ? 0 : Integer.parseInt(value));
        }
    }

    @Override
    public String toString() {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(set)
                .forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(value));
        return json.append('}').toString();
    }
}
