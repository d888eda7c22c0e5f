package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.zpl.LabelFault;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payload of a job, text by name; what is needed and is not there, or is no date, is a fault of the job. */
record Payload(Map<String, String> values) {
    private static final DateTimeFormatter SHOWN_DATE = DateTimeFormatter.ofPattern("dd MMM uuuu");

    boolean has(String name) {
        @Nullable String value = values.get(name);
        return value != null && !value.isEmpty();
    }

    String or(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Empty if it is not there. */
    String shown(String name) {
        return or(name, "");
    }

    String required(String name) {
        String value = shown(name);
        if (value.isEmpty()) {
            throw new LabelFault(LabelFault.Code.FIELD_DOES_NOT_FIT, "the label has no " + name);
        }
        return value;
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(required(name));
        } catch (DateTimeParseException e) {
            throw new LabelFault(LabelFault.Code.FIELD_DOES_NOT_FIT, name + " is no date");
        }
    }

    /** Never all digits: 01 DEC 2027. */
    String date(String name, Locale language) {
        return day(name)
                .format(SHOWN_DATE.withLocale(language))
                .toUpperCase(language)
                .replace(".", "");
    }
}
