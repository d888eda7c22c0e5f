package dev.lotline.gs1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a GS1 barcode says: application identifiers with their values, in the order of the barcode, each AI once.
 * {@link #parse} and {@link Builder} are each other's inverse.
 */
public record ElementString(List<Element> elements) {

    /** Group separator, U+001D: ends a value of variable length, as FNC1 does in the symbol. */
    public static final char GS = '\u001d';

    /** One AI with its value; values are never read again as anything else. */
    public record Element(String ai, String value) {}

    /**
     * What the parser made of a text.
     *
     * @param content empty if anything rejects
     * @param issues pair rules are not among them: they hold for the whole label, see {@link AiRules}
     */
    public record Parsed(ElementString content, List<ScanIssue> issues) {
        public Parsed {
            issues = issues.isEmpty() ? List.of() : List.copyOf(issues);
        }

        /** True if the text is unusable. */
        public boolean rejected() {
            return issues.stream().anyMatch(ScanIssue::rejects);
        }
    }

    public static final ElementString EMPTY = new ElementString(List.of());

    public ElementString {
        elements = List.copyOf(elements);
    }

    /**
     * Reads {@code 01…17…10…GS…}, without AIM id (GS1 General Specifications 7.8). Never throws: any text gives
     * elements or an issue that rejects.
     *
     * @param today decides the century of dates
     */
    public static Parsed parse(String text, AiTable table, LocalDate today) {
        return ElementStringParser.parse(text, table, today);
    }

    /**
     * The same for elements that another syntax has taken apart: values checked, repeats dropped, limits kept.
     *
     * @param offsets where the value of each element stands, for the issues
     */
    public static Parsed checked(List<Element> found, int[] offsets, AiTable table, LocalDate today) {
        ElementStringParser.Collector collector = new ElementStringParser.Collector(today);
        for (int i = 0; i < found.size(); i++) {
            if (!collector.add(table.get(found.get(i).ai()), found.get(i).value(), offsets[i])) {
                break;
            }
        }
        return collector.parsed();
    }

    /** Starts an element string to print; {@code today} decides the century of dates. */
    public static Builder builder(AiTable table, LocalDate today) {
        return new Builder(table, today);
    }

    /** The value of an AI, or null if it isn't there. */
    public @Nullable String value(String ai) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).ai().equals(ai)) {
                return elements.get(i).value();
            }
        }
        return null;
    }

    /** Writes legal element strings only. */
    public static final class Builder {
        private final AiTable table;
        private final LocalDate today;
        private final List<Element> elements = new ArrayList<>();

        private Builder(AiTable table, LocalDate today) {
            this.table = table;
            this.today = today;
        }

        /**
         * Adds one element.
         *
         * @throws IllegalArgumentException if the AI is unknown or already there, or its value isn't allowed
         */
        public Builder add(String ai, String value) {
            ScanIssue issue = table.get(ai).issue(value, 0, today);
            if (issue != null && issue.rejects()) {
                throw new IllegalArgumentException("(" + ai + ")" + value + ": " + issue.code() + " " + issue.text());
            }
            if (new ElementString(elements).value(ai) != null || elements.size() == ElementStringParser.MAX_ELEMENTS) {
                throw new IllegalArgumentException("(" + ai + ") is already there, or there are too many");
            }
            elements.add(new Element(ai, value));
            return this;
        }

        public ElementString build() {
            return new ElementString(elements);
        }

        /** The text for the symbol: GS behind values of variable length only, and not at the end. */
        public String text() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < elements.size(); i++) {
                Element element = elements.get(i);
                text.append(element.ai()).append(element.value());
                if (i + 1 < elements.size() && !table.get(element.ai()).fixed()) {
                    text.append(GS);
                }
            }
            return text.toString();
        }
    }
}
