package dev.lotline.gs1.scan.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a host with another keyboard layout makes of a scanner that types as an American keyboard. */
public final class KeyboardLayouts {
    private static final String RESOURCE = "/profiles/layouts.tsv";

    /** One layout: what each key of the American keyboard gives there. */
    public static final class Layout {
        private final String name;
        private final String keys;
        private final String typed;

        private Layout(String name, String keys, String typed) {
            this.name = name;
            this.keys = keys;
            this.typed = typed;
        }

        public String name() {
            return name;
        }

        /** What arrives when the scanner types this text. */
        public String typed(String text) {
            StringBuilder arrived = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                int key = keys.indexOf(text.charAt(i));
                arrived.append(key < 0 ? text.charAt(i) : typed.charAt(key));
            }
            return arrived.toString();
        }

        /** The way back; what two keys give is taken for the first of them. */
        public Keyboard keyboard() {
            Map<Character, Character> meant = new HashMap<>();
            for (int key = 0; key < keys.length(); key++) {
                meant.putIfAbsent(typed.charAt(key), keys.charAt(key));
            }
            return new Keyboard(name, meant);
        }
    }

    private static final class BuiltIn {
        static final KeyboardLayouts LAYOUTS = load();
    }

    private final List<Layout> layouts;
    private final List<Keyboard> keyboards;

    private KeyboardLayouts(List<Layout> layouts) {
        this.layouts = List.copyOf(layouts);
        this.keyboards = layouts.stream().map(Layout::keyboard).toList();
    }

    /** Those that come with Lotline. */
    public static KeyboardLayouts builtIn() {
        return BuiltIn.LAYOUTS;
    }

    public List<Layout> all() {
        return layouts;
    }

    /** The ways back of all of them, for a profile. */
    public List<Keyboard> keyboards() {
        return keyboards;
    }

    /** @param lines a row of names, then one row for each layout */
    static KeyboardLayouts parse(List<String> lines) {
        String keys = lines.get(0).substring(lines.get(0).indexOf('\t') + 1);
        List<Layout> layouts = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            String typed = line.substring(tab + 1);
            if (tab < 1 || typed.length() != keys.length()) {
                throw new IllegalArgumentException(
                        "layouts.tsv, row " + (layouts.size() + 2) + ": " + typed.length() + " characters");
            }
            layouts.add(new Layout(line.substring(0, tab), keys, typed));
        }
        return new KeyboardLayouts(layouts);
    }

    /** The name of the layout that gives {@code typed} for {@code text}; en-US for the same text. */
    public Optional<String> of(String text, String typed) {
        if (typed.equals(text)) {
            return Optional.of("en-US");
        }
        return layouts.stream()
                .filter(layout -> layout.typed(text).equals(typed))
                .map(Layout::name)
                .findFirst();
    }

    private static KeyboardLayouts load() {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KeyboardLayouts.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return parse(rows.lines().filter(row -> !row.isEmpty()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
