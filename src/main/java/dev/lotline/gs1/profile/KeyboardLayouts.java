package dev.lotline.gs1.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a host with another keyboard layout makes of a scanner that types as an American keyboard. */
public final class KeyboardLayouts {
    private static final String RESOURCE = "/profiles/layouts.tsv";
    private static final int FEWEST = 6;
    private static final String AZERTY_DIGITS = "&é\"'(-è_çà";

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
            return mapped(text, keys, typed);
        }

        /** What the scanner meant; what two keys give is taken for the first of them. */
        public String undone(String text) {
            return mapped(text, typed, keys);
        }

        private static String mapped(String text, String from, String to) {
            StringBuilder mapped = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                int key = from.indexOf(text.charAt(i));
                mapped.append(key < 0 ? text.charAt(i) : to.charAt(key));
            }
            return mapped.toString();
        }
    }

    private static final class BuiltIn {
        static final KeyboardLayouts LAYOUTS = load();
    }

    private final List<Layout> layouts;

    private KeyboardLayouts(List<Layout> layouts) {
        this.layouts = List.copyOf(layouts);
    }

    /** Those that come with Lotline. */
    public static KeyboardLayouts builtIn() {
        return BuiltIn.LAYOUTS;
    }

    public List<Layout> all() {
        return layouts;
    }

    /**
     * The layout of a text that can't be right as it is, or those between which the text doesn't tell.
     *
     * @param right whether a text is a barcode that begins with an AIM id
     * @return null if none explains the text
     */
    public @Nullable String mismatch(String text, Predicate<String> right) {
        if (isAzerty(text)) {
            return "fr";
        }
        List<String> found = new ArrayList<>();
        for (Layout layout : layouts) {
            if (!text.isEmpty() && layout.undone(text.substring(0, 1)).equals("]")) {
                String meant = layout.undone(text);
                if (!meant.equals(text) && right.test(meant)) {
                    found.add(layout.name());
                }
            }
        }
        return found.isEmpty() ? null : String.join(" or ", found);
    }

    /** Digits typed on a French keyboard give these characters; half of them is more than chance. */
    private static boolean isAzerty(String text) {
        if (text.length() < FEWEST || (text.indexOf('é') < 0 && text.indexOf('à') < 0 && text.indexOf('&') < 0)) {
            return false;
        }
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            found += AZERTY_DIGITS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return 2 * found >= text.length();
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
