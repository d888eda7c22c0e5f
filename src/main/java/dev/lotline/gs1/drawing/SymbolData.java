package dev.lotline.gs1.drawing;

import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.BracketedText;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.link.DigitalLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be drawn, checked before anything is: a symbol with a mistake in it would be printed a thousand times. */
public final class SymbolData {

    private static final AiTable TABLE = AiTable.builtIn();

    private SymbolData() {}

    /**
     * Element strings, in brackets or with U+001D between.
     *
     * @throws IllegalArgumentException saying what is wrong with which AI
     */
    static ElementString elements(String data, LocalDate today) {
        Parsed parsed = BracketedText.startsIn(data)
                ? BracketedText.parse(data, TABLE, today)
                : ElementString.parse(data, TABLE, today);
        requireSound(parsed);
        return parsed.content();
    }

    /** A GS1 Digital Link as given, or made of element strings for {@code stem}. Throws as {@link #elements} does. */
    static String link(String data, String stem, LocalDate today) {
        if (!DigitalLink.startsIn(data)) {
            return DigitalLink.build(elements(data, today), stem, TABLE);
        }
        Parsed parsed = DigitalLink.parse(data, TABLE, today);
        if (parsed == null) {
            throw new IllegalArgumentException("a web address without a GS1 key is no GS1 Digital Link");
        }
        requireSound(parsed);
        return data;
    }

    /** Exactly so many digits, or one fewer to be given their check digit. Throws as {@link #elements} does. */
    static String tradeItem(String data, int length) {
        if (data.length() == length - 1 && CheckDigit.isDigits(data, 0, data.length())) {
            return data + CheckDigit.of(data);
        }
        if (data.length() != length || !CheckDigit.isDigits(data, 0, length)) {
            throw new IllegalArgumentException(
                    "must be " + length + " digits, or " + (length - 1) + " without the check digit");
        }
        if (!CheckDigit.isRight(data)) {
            throw new IllegalArgumentException("has check digit " + data.charAt(length - 1) + " where "
                    + CheckDigit.of(data.substring(0, length - 1)) + " is right");
        }
        return data;
    }

    /** The elements with FNC1 behind each that needs one, but not at the end. */
    static String separated(ElementString content, char fnc1) {
        StringBuilder text = new StringBuilder();
        List<Element> elements = content.elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            text.append(element.ai()).append(element.value());
            var row = TABLE.find(element.ai());
            if (i + 1 < elements.size() && row != null && !row.fixed()) {
                text.append(fnc1);
            }
        }
        return text.toString();
    }

    static String bracketed(ElementString content) {
        return content.elements().stream()
                .map(element -> "(" + element.ai() + ")" + element.value())
                .collect(Collectors.joining());
    }

    /** What a scanner would warn of is not printed either. */
    private static void requireSound(Parsed parsed) {
        List<ScanIssue> issues = new ArrayList<>(parsed.issues());
        issues.addAll(AiRules.check(parsed.content().elements(), TABLE));
        String wrong = issues.stream()
                .filter(issue -> issue.severity() != ScanIssue.Severity.INFO)
                .map(SymbolData::inWords)
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String inWords(ScanIssue issue) {
        String where = issue.ai() == null ? "" : " (" + issue.ai() + ")";
        return issue.code() + where + ": " + issue.text();
    }
}
