package dev.lotline.gs1;

import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
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

    private final String ai;
    private final String title;
    private final Kind kind;
    private final @Nullable String unit;
    private final boolean fixed;
    private final int maxLength;
    private final List<Component> components;
    private final AiRules.Pairs pairs;

    ApplicationIdentifier(
            String ai,
            String title,
            Kind kind,
            @Nullable String unit,
            boolean fixed,
            List<Component> components,
            AiRules.Pairs pairs) {
        this.ai = ai;
        this.title = title;
        this.kind = kind;
        this.unit = unit;
        this.fixed = fixed;
        this.maxLength = components.stream().mapToInt(Component::max).sum();
        this.components = List.copyOf(components);
        this.pairs = pairs;
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

    AiRules.Pairs pairs() {
        return pairs;
    }

    /**
     * The first thing wrong with a value, or null.
     *
     * @param offset place of the value, for the issue
     * @param today decides the century of dates
     */
    @Nullable
    ScanIssue issue(String value, int offset, LocalDate today) {
        if (value.isEmpty()) {
            return ScanIssue.of(Code.EMPTY_VALUE, ai, offset, "no value");
        }
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
            if (issue != null) {
                return issue;
            }
            at = end;
        }
        return at < value.length() ? badLength(value, offset) : null;
    }

    private ScanIssue badLength(String value, int offset) {
        return ScanIssue.of(Code.BAD_LENGTH, ai, offset, value.length() + " characters");
    }

    @Override
    public String toString() {
        return ai + " " + title;
    }
}
