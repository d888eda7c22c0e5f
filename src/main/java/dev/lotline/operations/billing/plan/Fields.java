package dev.lotline.operations.billing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object of a definition and notes what is wrong with them; no field is ever ignored. */
final class Fields {
    private static final int MOST = 200;
    private static final int MOST_RATE_DECIMALS = 6;
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000000000");

    final String pointer;
    private final JsonNode node;
    private final List<PlanProblem> problems;
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode node, String pointer, List<PlanProblem> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    @Nullable
    JsonNode value(String name) {
        known.add(name);
        return has(name) ? node.get(name) : null;
    }

    void problem(RefusalCode code, String name, String message) {
        problems.add(new PlanProblem(code, at(name), message));
    }

    /** Of a part of a field: {@code path} leads there, {@code age/bands/0}. */
    void part(RefusalCode code, String path, String message) {
        problems.add(new PlanProblem(code, pointer + "/" + path, message));
    }

    String at(String name) {
        return name.isEmpty()
                ? pointer
                : pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** To be called when every known field was asked for. */
    void noOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem(
                        RefusalCode.PLAN_FIELD_UNKNOWN,
                        name,
                        "is not a field here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    @Nullable
    String text(String name) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        if (found.isTextual()
                && !found.textValue().isBlank()
                && found.textValue().length() <= 64) {
            return found.textValue();
        }
        problem(RefusalCode.PLAN_VALUE_UNKNOWN, name, "must be a text of 1 to 64 characters");
        return null;
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        for (E word : type.getEnumConstants()) {
            if (found.isTextual() && word.name().equals(found.textValue())) {
                return word;
            }
        }
        problem(RefusalCode.PLAN_VALUE_UNKNOWN, name, "must be one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        E found = word(name, type);
        return found == null ? otherwise : found;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode found = value(name);
        if (found != null && !found.isBoolean()) {
            problem(RefusalCode.PLAN_VALUE_UNKNOWN, name, "must be true or false");
            return null;
        }
        return found == null ? null : found.booleanValue();
    }

    @Nullable
    Integer whole(String name, int least, int most, RefusalCode code) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        if (found.isIntegralNumber()
                && found.canConvertToInt()
                && found.intValue() >= least
                && found.intValue() <= most) {
            return found.intValue();
        }
        problem(code, name, "must be a whole number between " + least + " and " + most);
        return null;
    }

    /** A decimal above 0 (or from 0 on), as text or number. */
    @Nullable
    BigDecimal number(String name, boolean orZero, RefusalCode code) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        BigDecimal number = found.isNumber() ? found.decimalValue() : decimal(found);
        if (number != null
                && number.signum() >= (orZero ? 0 : 1)
                && number.compareTo(HIGHEST_RATE) <= 0
                && number.stripTrailingZeros().scale() <= 12) {
            return number;
        }
        problem(code, name, "must be a decimal " + (orZero ? "of 0 or more" : "above 0") + ", at most 10^9");
        return null;
    }

    /** Money per unit, which must be a decimal string; {@code required} says whether it has to be there. */
    @Nullable
    BigDecimal rate(String name, boolean required) {
        JsonNode found = value(name);
        if (found == null) {
            if (required) {
                problem(RefusalCode.PLAN_RATE_INVALID, name, "is required");
            }
            return null;
        }
        BigDecimal rate = decimal(found);
        if (rate != null
                && rate.signum() >= 0
                && rate.scale() <= MOST_RATE_DECIMALS
                && rate.compareTo(HIGHEST_RATE) <= 0) {
            return rate;
        }
        problem(
                RefusalCode.PLAN_RATE_INVALID,
                name,
                "must be a decimal string such as \"0.75\": not negative, at most 6 decimals, at most 10^9");
        return null;
    }

    @Nullable
    Fields object(String name) {
        JsonNode found = value(name);
        if (found != null && !found.isObject()) {
            problem(RefusalCode.PLAN_VALUE_UNKNOWN, name, "must be an object");
            return null;
        }
        return found == null ? null : new Fields(found, at(name), problems);
    }

    List<Fields> objects(String name) {
        JsonNode found = value(name);
        List<Fields> all = new ArrayList<>();
        if (found == null) {
            return all;
        }
        if (!found.isArray() || found.size() > MOST) {
            problem(RefusalCode.PLAN_VALUE_UNKNOWN, name, "must be a list of at most " + MOST + " objects");
            return all;
        }
        for (int n = 0; n < found.size(); n++) {
            if (found.get(n).isObject()) {
                all.add(new Fields(found.get(n), at(name) + "/" + n, problems));
            } else {
                problems.add(new PlanProblem(RefusalCode.PLAN_VALUE_UNKNOWN, at(name) + "/" + n, "must be an object"));
            }
        }
        return all;
    }

    /** Words out of a list of known ones; null = the field is not there. */
    @Nullable
    Set<String> words(String name, Set<String> allowed) {
        JsonNode found = value(name);
        if (found == null) {
            return null;
        }
        Set<String> words = new HashSet<>();
        if (!found.isArray()) {
            problem(RefusalCode.PLAN_VALUE_UNKNOWN, name, "must be a list");
            return null;
        }
        for (int n = 0; n < found.size(); n++) {
            if (allowed.contains(found.get(n).asText())) {
                words.add(found.get(n).asText());
            } else {
                problems.add(new PlanProblem(
                        RefusalCode.PLAN_VALUE_UNKNOWN,
                        at(name) + "/" + n,
                        "must be one of "
                                + String.join(", ", allowed.stream().sorted().toList())));
            }
        }
        return words;
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isTextual() && node.textValue().matches("-?[0-9]{1,15}(\\.[0-9]{1,12})?")
                ? new BigDecimal(node.textValue())
                : null;
    }
}
