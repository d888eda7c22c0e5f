package dev.lotline.edge.console.audit;

import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for; null = any.
 *
 * @param day until the end of which day (UTC) it is looked back; null = now
 * @param before where the page before ended
 */
public record AuditFilter(
        @Nullable String warehouse,
        @Nullable String device,
        @Nullable String actor,
        @Nullable String operation,
        @Nullable String verdict,
        @Nullable String code,
        @Nullable LocalDate day,
        @Nullable Mark before) {

    static final List<String> VERDICTS = List.of("OK", "WARN", "REFUSED");

    /**
     * As an address asks for it. Ends with VALIDATION_FAILED.
     *
     * @param asked the value of a parameter, or null
     */
    static AuditFilter of(Function<String, @Nullable String> asked) {
        String verdict = View.given(asked.apply("verdict"));
        if (verdict != null && !VERDICTS.contains(verdict)) {
            throw Refusal.invalid("verdict", "must be one of " + VERDICTS);
        }
        return new AuditFilter(
                View.given(asked.apply("warehouse")),
                View.given(asked.apply("device")),
                View.given(asked.apply("actor")),
                View.given(asked.apply("operation")),
                verdict,
                View.given(asked.apply("code")),
                day(asked.apply("day")),
                Mark.of(asked.apply("after")));
    }

    /** The same, from behind this event. */
    AuditFilter behind(Mark mark) {
        return new AuditFilter(warehouse, device, actor, operation, verdict, code, day, mark);
    }

    /** An event in the order of the list: the newest first. */
    public record Mark(OffsetDateTime at, UUID id) {
        static Mark of(Recorded event) {
            return new Mark(event.recordedAt(), event.id());
        }

        /** As it stands in an address. */
        public String text() {
            return at.withOffsetSameInstant(ZoneOffset.UTC) + "_" + id;
        }

        /** Ends with VALIDATION_FAILED. */
        static @Nullable Mark of(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int gap = text.indexOf('_');
            try {
                return new Mark(OffsetDateTime.parse(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1)));
            } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException notOne) {
                throw Refusal.invalid("after", "must be where a page ended");
            }
        }
    }

    /** Ends with VALIDATION_FAILED. */
    static @Nullable LocalDate day(@Nullable String text) {
        try {
            String given = View.given(text);
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeParseException notOne) {
            throw Refusal.invalid("day", "must be a date like 2026-12-01");
        }
    }

    /** From where it is looked back; null = from now. */
    @Nullable
    OffsetDateTime until() {
        if (before != null) {
            return before.at();
        }
        return day == null ? null : day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
