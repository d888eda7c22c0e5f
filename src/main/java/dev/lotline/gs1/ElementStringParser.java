package dev.lotline.gs1;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Walks over an element string once, from AI to AI; stops at the first thing that rejects. */
final class ElementStringParser {

    static final int MAX_ELEMENTS = 64;

    private final String text;
    private final AiTable table;
    private final Collector found;

    private ElementStringParser(String text, AiTable table, LocalDate today) {
        this.text = text;
        this.table = table;
        this.found = new Collector(today);
    }

    static Parsed parse(String text, AiTable table, LocalDate today) {
        ElementStringParser parser = new ElementStringParser(text, table, today);
        if (parser.charactersAreLegal()) {
            parser.walk();
        }
        return parser.found.parsed();
    }

    /** Before anything else: a character that no AI allows would otherwise show up as a wrong length far behind it. */
    private boolean charactersAreLegal() {
        if (text.isEmpty()) {
            return found.reject(ScanIssue.of(Code.EMPTY, "nothing in the barcode"));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Component.Alphabet.X.has(c) && c != '#' && c != ElementString.GS) {
                return found.reject(ScanIssue.at(Code.BAD_CHARACTER, i, "character not allowed: " + c));
            }
        }
        return true;
    }

    private void walk() {
        int at = 0;
        boolean goOn = true;
        while (goOn && at < text.length()) {
            ApplicationIdentifier ai = table.at(text, at);
            if (ai == null) {
                // its length can't be known, so nothing behind it can be trusted either
                String digits = text.substring(at, Math.min(text.length(), at + 4));
                found.reject(ScanIssue.at(Code.UNKNOWN_AI, at, digits));
                return;
            }
            int start = at + ai.ai().length();
            int end = endOf(ai, start);
            goOn = found.add(ai, text.substring(start, end), start);
            at = goOn ? behindSeparator(ai, end) : end;
        }
    }

    private int endOf(ApplicationIdentifier ai, int start) {
        int separator = text.indexOf(ElementString.GS, start);
        int end = separator < 0 ? text.length() : separator;
        return ai.fixed() ? Math.min(end, start + ai.maxLength()) : end;
    }

    private int behindSeparator(ApplicationIdentifier ai, int end) {
        if (end == text.length() || text.charAt(end) != ElementString.GS) {
            return end;
        }
        if (ai.fixed()) {
            found.info(ScanIssue.of(Code.GS_EXTRA, ai.ai(), end, "GS behind a predefined length"));
        }
        return end + 1;
    }

    /** Takes the elements that a parser finds, checks each value, and knows repeats and the limit. */
    static final class Collector {

        private final LocalDate today;
        private final List<Element> elements = new ArrayList<>(8);
        private final List<ScanIssue> issues = new ArrayList<>(0);
        private int seen;
        private boolean rejected;

        Collector(LocalDate today) {
            this.today = today;
        }

        /** False if the parser has to stop. */
        boolean add(ApplicationIdentifier ai, String value, int offset) {
            ScanIssue issue = ai.issue(value, offset, today);
            if (issue != null && issue.rejects()) {
                return reject(issue);
            }
            if (++seen > MAX_ELEMENTS) {
                return reject(ScanIssue.at(Code.TOO_LONG, offset, "more than " + MAX_ELEMENTS));
            }
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).ai().equals(ai.ai())) {
                    return repeated(elements.get(i), value, offset);
                }
            }
            if (issue != null) {
                info(issue);
            }
            if (ai.dayZero() && value.startsWith("00", 4)) {
                info(ScanIssue.of(Code.DAY_ZERO, ai.ai(), offset, "day 00: the whole month"));
            }
            elements.add(new Element(ai.ai(), value));
            return true;
        }

        boolean reject(ScanIssue issue) {
            issues.add(issue);
            rejected = true;
            return false;
        }

        void info(ScanIssue issue) {
            issues.add(issue);
        }

        Parsed parsed() {
            return new Parsed(rejected ? ElementString.EMPTY : new ElementString(elements), issues);
        }

        private boolean repeated(Element first, String value, int offset) {
            if (!first.value().equals(value)) {
                return reject(ScanIssue.of(Code.REPEAT_CONFLICT, first.ai(), offset, first.value() + " and " + value));
            }
            info(ScanIssue.of(Code.REPEAT_SAME, first.ai(), offset, "the same value again"));
            return true;
        }
    }
}
