package dev.lotline.edge.console.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form of an item.
 *
 * @param name as the interface names it
 * @param options of a choice, by name
 * @param empty nothing may be chosen either
 * @param help a sentence; null = the label says it all
 */
record ItemField(
        String name,
        Function<ItemWords, String> label,
        Kind kind,
        List<String> options,
        boolean empty,
        @Nullable Function<ItemWords, String> help) {
    enum Kind {
        TEXT,
        NUMBER,
        TICK,
        CHOICE,
        LINES
    }

    /** The field in the reader's language, with what stands in it and what is wrong there. */
    public record Shown(
            String name,
            String label,
            String kind,
            List<String> options,
            boolean empty,
            @Nullable String help,
            String value,
            @Nullable String wrong) {
        /** Letters and digits alone. */
        public String id() {
            return "f-" + name.replace('.', '-');
        }
    }

    static ItemField text(String name, Function<ItemWords, String> label) {
        return new ItemField(name, label, Kind.TEXT, List.of(), false, null);
    }

    static ItemField number(String name, Function<ItemWords, String> label) {
        return new ItemField(name, label, Kind.NUMBER, List.of(), false, null);
    }

    static ItemField tick(String name, Function<ItemWords, String> label) {
        return new ItemField(name, label, Kind.TICK, List.of(), false, null);
    }

    static ItemField lines(String name, Function<ItemWords, String> label) {
        return new ItemField(name, label, Kind.LINES, List.of(), false, null);
    }

    static ItemField choice(String name, Function<ItemWords, String> label, Enum<?>... options) {
        List<String> names = Arrays.stream(options).map(Enum::name).toList();
        return new ItemField(name, label, Kind.CHOICE, names, false, null);
    }

    ItemField optional() {
        return new ItemField(name, label, kind, options, true, help);
    }

    ItemField help(Function<ItemWords, String> sentence) {
        return new ItemField(name, label, kind, options, empty, sentence);
    }

    Shown shown(Locale language, String value, @Nullable String wrong) {
        return new Shown(
                name,
                ItemTable.words(label).in(language),
                kind.name(),
                options,
                empty,
                help == null ? null : ItemTable.words(help).in(language),
                value,
                wrong);
    }
}
