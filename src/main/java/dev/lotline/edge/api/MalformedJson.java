package dev.lotline.edge.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says which field of a JSON body can't be read and what was expected there, without repeating the parser's words. */
final class MalformedJson {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']{1,80})'.*", Pattern.DOTALL);
    private static final List<Class<?>> WHOLE =
            List.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private MalformedJson() {}

    static Refusal refusal(JacksonException fault) {
        if (fault.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(fault.getOriginalMessage()));
        if (duplicate.matches()) {
            return malformed(duplicate.group(1), "one value for each field");
        }
        String field = fault instanceof JsonMappingException mapping ? path(mapping) : "";
        if (fault instanceof PropertyBindingException unknown) {
            return malformed(field, "a known field, one of " + known(unknown));
        }
        if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return malformed(field, expected(mismatch.getTargetType()));
        }
        if (fault.getCause() instanceof InputCoercionException tooLarge && tooLarge.getTargetType() != null) {
            return malformed(field, expected(tooLarge.getTargetType()));
        }
        return malformed(field, "JSON" + where(fault));
    }

    private static Refusal malformed(String field, String expected) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("field", field.isEmpty() ? "body" : field);
        facts.put("expected", expected);
        return Refusal.of(RefusalCode.MALFORMED, facts);
    }

    /** As the client would write it: {@code lines[2].lots[0].quantity}. */
    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String known(PropertyBindingException unknown) {
        Collection<Object> names = unknown.getKnownPropertyIds();
        return names == null
                ? "those documented"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" or "));
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a number with at most 10 digits before and 4 after the point";
        }
        if (type == LocalDate.class) {
            return "a date as YYYY-MM-DD";
        }
        if (type == OffsetDateTime.class) {
            return "an instant as 2026-03-01T09:12:07-05:00";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    private static String where(JacksonException fault) {
        JsonLocation place = fault.getLocation();
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
