package dev.lotline.gs1;

import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One application identifier of the table: what its value looks like and which others it needs or excludes. */
public final class ApplicationIdentifier {

    /** What a value means, in the coarse sense that decides how it is read. */
    public enum Kind {
        KEY,
        LOT,
        SERIAL,
        DATE,
        DATETIME,
        COUNT,
        MEASURE,
        AMOUNT,
        PLACE,
        REFERENCE,
        TEXT
    }

    /**
     * The part an AI may have in a GS1 Digital Link.
     *
     * @param key true if it may open the path
     * @param attribute true if it may stand in the query
     * @param sequences qualifiers that may follow the key, in order: one of these lists or the beginning of none
     */
    public record LinkRole(boolean key, boolean attribute, List<List<String>> sequences) {

        /** {@code K} key, {@code K=22,10,21|235} with its qualifiers, {@code A} attribute, {@code -} neither. */
        static LinkRole parse(String written) {
            if (!written.startsWith("K")) {
                if (!written.equals("A") && !written.equals("-")) {
                    throw new IllegalArgumentException("only K, K=..., A or -");
                }
                return new LinkRole(false, written.equals("A"), List.of());
            }
            List<List<String>> sequences = new ArrayList<>();
            if (written.length() > 2) {
                for (String sequence : written.substring(2).split("[|]", -1)) {
                    sequences.add(List.of(sequence.split(",", -1)));
                }
            }
            return new LinkRole(true, true, List.copyOf(sequences));
        }

        /**
         * True if {@code ai} belongs behind this key and what else qualifies it: a lot does behind a GTIN, but not behind one
         * with a third party's number (235), which is another sequence.
         */
        public boolean qualifiedBy(String ai, List<String> others) {
            return sequences.stream().anyMatch(sequence -> sequence.contains(ai) && sequence.containsAll(others));
        }
    }

    private static final int DATE_LENGTH = 6;

    private final String ai;
    private final String title;
    private final Kind kind;
    private final @Nullable String unit;
    private final boolean fixed;
    private final int number;
    private final int maxLength;
    private final int minLength;
    private final List<Component> components;
    private final AiRules.Pairs pairs;
    private final LinkRole link;
    private final boolean dayZero;
    private final boolean isPeriod;

    ApplicationIdentifier(
            String ai,
            String title,
            Kind kind,
            @Nullable String unit,
            boolean fixed,
            List<Component> components,
            AiRules.Pairs pairs,
            LinkRole link) {
        this.ai = ai;
        this.title = title;
        this.kind = kind;
        this.unit = unit;
        this.fixed = fixed;
        this.number = AiTable.number(ai);
        this.maxLength = components.stream().mapToInt(Component::max).sum();
        this.minLength = components.stream()
                .filter(component -> !component.optional())
                .mapToInt(Component::min)
                .sum();
        this.components = List.copyOf(components);
        this.pairs = pairs;
        this.link = link;
        this.isPeriod = components.size() == 2
                && components.get(0).checks().equals(List.of(ValueCheck.DATE))
                && components.get(1).checks().equals(List.of(ValueCheck.DATE));
        this.dayZero = components.get(0).checks().contains(ValueCheck.DATE0);
    }

    /** Where it may stand in a GS1 Digital Link. */
    public LinkRole link() {
        return link;
    }

    /** Two, three or four digits. */
    public String ai() {
        return ai;
    }

    /** GS1's data title, such as {@code BATCH/LOT}. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** Unit of a measure, such as {@code kg}; null for everything else. */
    public @Nullable String unit() {
        return unit;
    }

    /** True if the length is predefined, so that no GS has to end the value. */
    public boolean fixed() {
        return fixed;
    }

    /** Characters a value has at most; exactly that many if {@link #fixed()}. */
    public int maxLength() {
        return maxLength;
    }

    /** True if the value begins with a date whose day may be 00. */
    boolean dayZero() {
        return dayZero;
    }

    /** The parts of its format, in order. */
    List<Component> components() {
        return components;
    }

    /** Its digits as a number, unique over all AIs. */
    int number() {
        return number;
    }

    /** Characters of the parts that are always there. */
    int minLength() {
        return minLength;
    }

    AiRules.Pairs pairs() {
        return pairs;
    }

    /**
     * The first thing that rejects a value, else the first thing to warn of, else null.
     *
     * @param offset place of the value, for the issue
     * @param today decides the century of dates
     */
    @Nullable
    ScanIssue issue(String value, int offset, LocalDate today) {
        if (value.isEmpty()) {
            return ScanIssue.of(Code.EMPTY_VALUE, ai, offset, "no value");
        }
        ScanIssue warning = null;
        int at = 0;
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            int end = Math.min(value.length(), at + component.max());
            if (end == at && component.optional()) {
                continue;
            }
            if (end - at < component.min()) {
                return badLength(value, offset);
            }
            String part = end - at == value.length() ? value : value.substring(at, end);
            ScanIssue issue = component.issue(ai, part, offset + at, today);
            if (issue != null && issue.rejects()) {
                return issue;
            }
            warning = warning == null ? issue : warning;
            at = end;
        }
        if (at < value.length()) {
            return badLength(value, offset);
        }
        return isPeriod && endsBeforeItBegins(value, today) ? ScanIssue.of(Code.BAD_DATE, ai, offset, value) : warning;
    }

    private static boolean endsBeforeItBegins(String value, LocalDate today) {
        Gs1Date first = Gs1Date.parse(value.substring(0, DATE_LENGTH), today);
        Gs1Date last = value.length() == DATE_LENGTH ? first : Gs1Date.parse(value.substring(DATE_LENGTH), today);
        return first != null && last != null && last.date().isBefore(first.date());
    }

    private ScanIssue badLength(String value, int offset) {
        return ScanIssue.of(Code.BAD_LENGTH, ai, offset, value.length() + " characters");
    }

    @Override
    public String toString() {
        return ai + " " + title;
    }
}
