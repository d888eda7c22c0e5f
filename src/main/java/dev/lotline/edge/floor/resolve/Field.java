package dev.lotline.edge.floor.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.scan.Carrier;
import dev.lotline.gs1.scan.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One element of a reading: where it stood in the canonical text, and what made it end there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Field(
        @Schema(examples = {"17"}) String ai,
        String title,
        String value,

        @Schema(description = "index of its first character in canonical; absent where the text is no element string")
        @Nullable
        Integer from,

        @Schema(description = "index behind its last character") @Nullable
        Integer to,

        String rule,

        @Schema(description = "a date in full") @Nullable LocalDate means) {
    private static final AiTable TABLE = AiTable.builtIn();

    static List<Field> of(Reading reading, LocalDate today) {
        return reading.carrier() == Carrier.GS1 && !reading.ais().isEmpty()
                ? walked(reading.canonical(), today)
                : reading.ais().stream()
                        .map(element -> listed(element, reading, today))
                        .toList();
    }

    private static List<Field> walked(String canonical, LocalDate today) {
        List<Field> fields = new ArrayList<>();
        int at = canonical.startsWith("]") ? 3 : 0;
        while (at < canonical.length()) {
            ApplicationIdentifier ai = TABLE.at(canonical, at);
            if (ai == null) {
                return fields;
            }
            int start = at + ai.ai().length();
            int separator = canonical.indexOf(ElementString.GS, start);
            int end = separator < 0 ? canonical.length() : separator;
            String rule = separator < 0 ? "to the end of the text" : "to the next separator";
            if (ai.fixed()) {
                end = Math.min(end, start + ai.maxLength());
                rule = "always " + ai.maxLength() + " characters";
            }
            fields.add(field(ai, ai.ai(), canonical.substring(start, end), at, end, rule, today));
            at = end < canonical.length() && canonical.charAt(end) == ElementString.GS ? end + 1 : end;
        }
        return fields;
    }

    private static Field listed(Element element, Reading reading, LocalDate today) {
        String rule = switch (reading.carrier()) {
            case EAN, ITF -> "the whole number, filled to 14 digits";
            case HRI -> "between its brackets and the next";
            default -> "as the code names it";
        };
        return field(TABLE.find(element.ai()), element.ai(), element.value(), null, null, rule, today);
    }

    private static Field field(
            @Nullable ApplicationIdentifier row,
            String ai,
            String value,
            @Nullable Integer from,
            @Nullable Integer to,
            String rule,
            LocalDate today) {
        boolean date = row != null && row.kind() == ApplicationIdentifier.Kind.DATE;
        Gs1Date means = date ? Gs1Date.parse(value, today) : null;
        return new Field(
                ai, row == null ? "" : row.title(), value, from, to, rule, means == null ? null : means.date());
    }
}
