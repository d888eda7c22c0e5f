package dev.lotline.operations.billing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a definition of a plan; tells everything that is wrong with it at once, in the order of the definition. */
public final class PlanReader {
    private static final Set<String> STORAGE_CLASSES = Set.of("BIN", "SHELF", "PALLET");

    private final List<PlanProblem> problems = new ArrayList<>();

    private PlanReader() {}

    /** @param plan null when there are problems */
    public record Read(@Nullable RatePlan plan, List<PlanProblem> problems) {}

    public static Read read(@Nullable JsonNode definition) {
        if (definition == null || !definition.isObject()) {
            return new Read(
                    null, List.of(new PlanProblem(RefusalCode.PLAN_EMPTY, "", "a plan is an object with rules")));
        }
        PlanReader reader = new PlanReader();
        RatePlan plan = reader.plan(new Fields(definition, "", reader.problems));
        List<String> order = new ArrayList<>();
        pointers(definition, "", order);
        List<PlanProblem> found = reader.problems.stream()
                .sorted(Comparator.comparingInt(problem -> place(order, problem.pointer())))
                .toList();
        return new Read(found.isEmpty() ? plan : null, found);
    }

    private @Nullable RatePlan plan(Fields fields) {
        String code = fields.text("code");
        Currency currency = currency(fields);
        Fields rounding = fields.object("rounding");
        Terms.Level level =
                rounding == null ? Terms.Level.LINE : rounding.word("level", Terms.Level.class, Terms.Level.LINE);
        RoundingMode mode = rounding == null ? RoundingMode.HALF_UP : mode(rounding);
        if (rounding != null) {
            rounding.noOthers();
        }
        BigDecimal fill = RuleReader.fill(fields);
        Map<String, BigDecimal> volumes = volumes(fields.object("defaultVolumes"));
        List<RatePlan.SizeClass> sizes =
                fields.objects("sizeClasses").stream().map(this::sizeClass).toList();
        List<Rule> rules = rules(fields, sizes);
        RatePlan.Minimums minimums = minimums(fields.object("minimums"), currency);
        fields.noOthers();
        if (currency == null || !problems.isEmpty()) {
            return null;
        }
        RatePlan plan = new RatePlan(
                code == null ? "" : code,
                currency,
                level,
                mode,
                fill == null ? new BigDecimal("0.85") : fill,
                volumes,
                sizes,
                rules,
                minimums);
        baseFor(plan, fields);
        return plan;
    }

    /** Free and minimum volume go by a plain daily rate of a volume. */
    private void baseFor(RatePlan plan, Fields fields) {
        boolean asked = plan.minimums().allowance() != null || plan.minimums().billedVolume() != null;
        boolean plain = plan.base()
                .filter(rule -> rule.tiers() == null
                        && !rule.sampling().whole()
                        && (rule.proration() == Terms.Proration.CALENDAR_DAYS
                                || rule.proration() == Terms.Proration.THIRTY
                                || rule.per() == Terms.Per.DAY))
                .isPresent();
        if (asked && !plain) {
            fields.problem(
                    RefusalCode.PLAN_MINIMUM_INVALID,
                    "minimums",
                    "billedVolume and allowance need a storage rule of a volume with plain rates, prorated by day");
        }
    }

    private @Nullable Currency currency(Fields fields) {
        JsonNode found = fields.value("currency");
        try {
            Currency currency = Currency.getInstance(found == null ? "" : found.asText());
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // told below
        }
        fields.problem(RefusalCode.PLAN_CURRENCY_UNKNOWN, "currency", "must be an ISO 4217 code such as USD");
        return null;
    }

    private static RoundingMode mode(Fields rounding) {
        enum Known {
            HALF_UP,
            HALF_EVEN
        }
        return RoundingMode.valueOf(
                rounding.word("mode", Known.class, Known.HALF_UP).name());
    }

    private static Map<String, BigDecimal> volumes(@Nullable Fields fields) {
        Map<String, BigDecimal> volumes = new HashMap<>();
        if (fields != null) {
            for (String storageClass : STORAGE_CLASSES) {
                BigDecimal volume = Measures.volume(fields.object(storageClass), RefusalCode.PLAN_VALUE_UNKNOWN);
                if (volume != null) {
                    volumes.put(storageClass, volume);
                }
            }
            fields.noOthers();
        }
        return volumes;
    }

    private RatePlan.SizeClass sizeClass(Fields fields) {
        String name = fields.text("class");
        if (name == null) {
            fields.problem(RefusalCode.PLAN_VALUE_UNKNOWN, "class", "is required");
        }
        BigDecimal one = Measures.length(fields, "in");
        RatePlan.SizeClass size = new RatePlan.SizeClass(
                String.valueOf(name),
                side(fields, "maxLongest", one),
                side(fields, "maxMedian", one),
                side(fields, "maxShortest", one),
                fields.number("maxWeight", false, RefusalCode.PLAN_VALUE_UNKNOWN));
        fields.value("unit");
        fields.noOthers();
        return size;
    }

    private static @Nullable BigDecimal side(Fields fields, String name, @Nullable BigDecimal one) {
        BigDecimal side = fields.number(name, false, RefusalCode.PLAN_VALUE_UNKNOWN);
        return side == null || one == null ? null : side.multiply(one);
    }

    private List<Rule> rules(Fields fields, List<RatePlan.SizeClass> sizes) {
        List<Fields> found = fields.objects("rules");
        if (found.isEmpty()) {
            fields.problem(RefusalCode.PLAN_EMPTY, "rules", "needs at least one rule");
        }
        Set<String> codes = new HashSet<>();
        Set<String> classes =
                sizes.stream().map(RatePlan.SizeClass::name).collect(Collectors.toCollection(HashSet::new));
        classes.add(RatePlan.OVERSIZE);
        List<Rule> rules = new ArrayList<>();
        for (Fields each : found) {
            Rule rule = RuleReader.rule(each, classes, problems);
            if (!codes.add(rule.code())) {
                each.problem(RefusalCode.PLAN_RULE_CODE_DUPLICATE, "code", "is the code of an earlier rule");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static RatePlan.Minimums minimums(@Nullable Fields fields, @Nullable Currency currency) {
        if (fields == null) {
            return RatePlan.Minimums.NONE;
        }
        int decimals = currency == null ? 2 : currency.getDefaultFractionDigits();
        RatePlan.Minimums minimums = new RatePlan.Minimums(
                money(fields, "line", decimals),
                money(fields, "lot", decimals),
                money(fields, "sku", decimals),
                money(fields, "owner", decimals),
                Measures.volume(fields.object("billedVolume"), RefusalCode.PLAN_MINIMUM_INVALID),
                Measures.volume(fields.object("allowance"), RefusalCode.PLAN_MINIMUM_INVALID),
                money(fields, "chargeFrom", decimals));
        fields.noOthers();
        return minimums;
    }

    private static @Nullable BigDecimal money(Fields fields, String name, int decimals) {
        BigDecimal money = fields.number(name, true, RefusalCode.PLAN_MINIMUM_INVALID);
        if (money != null && money.stripTrailingZeros().scale() > decimals) {
            fields.problem(RefusalCode.PLAN_MINIMUM_INVALID, name, "must have at most " + decimals + " decimals");
        }
        return money;
    }

    private static void pointers(JsonNode node, String pointer, List<String> into) {
        into.add(pointer);
        node.properties()
                .forEach(field -> pointers(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        into));
        for (int n = 0; node.isArray() && n < node.size(); n++) {
            pointers(node.get(n), pointer + "/" + n, into);
        }
    }

    /** Where a pointer stands in the definition; what is absent, where the object stands that it is missing from. */
    private static int place(List<String> order, String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            int found = order.indexOf(at);
            if (found >= 0 || at.isEmpty()) {
                return found;
            }
        }
    }
}
