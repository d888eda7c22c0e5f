package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.zpl.ZplField;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a template may show, by name: fields, numbers of fields and typed switches, and nothing else. {@code lot.number} is
 * a field in a group; a switch is false unless it was set.
 */
public final class LabelData {
    private final Map<String, Object> root = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    /** @param path a name, or a group and a name */
    LabelData field(String path, ZplField value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            root.put(path, value);
        } else {
            group(path.substring(0, dot)).put(path.substring(dot + 1), value);
        }
        return this;
    }

    LabelData show(String name, boolean shown) {
        root.put(name, shown);
        return this;
    }

    /** Says that something of the payload is not printed, or another thing in its place. */
    void lacksLetters(String name) {
        missing.add(name);
    }

    /** Names of what has letters that printers don't have; empty on most labels. */
    public Set<String> missing() {
        return missing;
    }

    Map<String, Object> root() {
        return root;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> group(String name) {
        return (Map<String, Object>) root.computeIfAbsent(name, any -> new HashMap<String, Object>());
    }
}
