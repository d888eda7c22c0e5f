package dev.lotline.gs1;

import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;

/**
 * The human readable form, {@code (01)09504000059101(10)AB-123}: typed in, or printed by a camera library. A bracket
 * inside a value is written {@code \(}; spaces may stand directly behind {@code )} only.
 */
public final class BracketedText {

    private static final String HINT = "type it without spaces inside a number";

    private final String text;
    private final AiTable table;
    private final ElementStringParser.Collector found;

    private final boolean printed;
    private boolean ambiguous;

    private BracketedText(String text, AiTable table, LocalDate today, boolean printed) {
        this.text = text;
        this.printed = printed;
        this.table = table;
        this.found = new ElementStringParser.Collector(today);
    }

    /** True if {@code text} begins with an opening bracket, two to four digits and a closing bracket. */
    public static boolean startsIn(String text) {
        return closing(text, 0) > 0;
    }

    /** Never throws: any text gives elements or an issue that rejects. */
    public static Parsed parse(String text, AiTable table, LocalDate today) {
        return parse(new BracketedText(text, table, today, false));
    }

    /**
     * The same as a camera library prints it, brackets inside values without a backslash: such a bracket is taken for
     * part of the value unless an AI fits, and the operator is warned.
     */
    public static Parsed parsePrinted(String text, AiTable table, LocalDate today) {
        return parse(new BracketedText(text, table, today, true));
    }

    private static Parsed parse(BracketedText reader) {
        int at = 0;
        do {
            at = reader.readElement(at);
        } while (at >= 0 && at < reader.text.length());
        return reader.found.parsed();
    }

    /** Index behind the element that begins at {@code at}, or -1 to stop. */
    private int readElement(int at) {
        int closing = closing(text, at);
        if (closing < 0) {
            return stop(ScanIssue.at(Code.BRACKET_SYNTAX, at, HINT));
        }
        ApplicationIdentifier ai = table.find(text.substring(at + 1, closing));
        if (ai == null) {
            return stop(ScanIssue.at(Code.UNKNOWN_AI, at, text.substring(at, closing + 1)));
        }
        int start = closing + 1;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        StringBuilder value = new StringBuilder();
        int end = readValue(start, value);
        if (end < 0) {
            return end;
        }
        return found.add(ai, value.toString(), start) ? end : -1;
    }

    private int readValue(int start, StringBuilder value) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '(' && closing(text, i) > 0) {
                return i;
            }
            boolean escaped = c == '\\' && text.startsWith("(", i + 1);
            if (printed && c == '(' && !ambiguous) {
                ambiguous = true;
                found.info(ScanIssue.at(Code.HRI_AMBIGUOUS, i, "a bracket inside a value"));
            }
            if (c == ' ' || (c == '(' && !printed) || c == ElementString.GS || (c == '\\' && !escaped)) {
                return stop(ScanIssue.at(Code.BRACKET_SYNTAX, i, HINT));
            }
            value.append(escaped ? '(' : c);
            i += escaped ? 2 : 1;
        }
        return i;
    }

    private int stop(ScanIssue issue) {
        found.reject(issue);
        return -1;
    }

    /** Index of the bracket that closes the AI opened at {@code at}, or -1 if no AI is opened there. */
    private static int closing(String text, int at) {
        if (!text.startsWith("(", at)) {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() && end <= at + 4 && CheckDigit.isDigits(text, end, end + 1)) {
            end++;
        }
        return end >= at + 3 && text.startsWith(")", end) ? end : -1;
    }
}
