package dev.lotline.operations.billing.plan;

import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rule of a plan. */
final class RuleReader {
    private static final int LAST_DAY = 28;
    private static final int MOST_FREE_DAYS = 3650;
    private static final Set<String> TYPES = Set.of(
            "RECEIVING", "STAGING", "STORAGE", "PICK_FACE", "TOTE", "PACKING", "SHIPPING", "QUARANTINE", "DAMAGED");
    private static final Set<String> CHARGED = Set.of("STORAGE", "PICK_FACE", "QUARANTINE", "DAMAGED");
    private static final Set<String> HOLDS = Set.of("QUARANTINED", "SHORT_DATED", "DAMAGED");
    private static final BigDecimal LEAST_FILL = new BigDecimal("0.05");

    private final Fields fields;

    private RuleReader(Fields fields) {
        this.fields = fields;
    }

    static Rule rule(Fields fields, Set<String> sizeClasses, List<PlanProblem> problems) {
        Rule rule = new RuleReader(fields).read();
        fields.noOthers();
        new RuleCheck(fields, rule).check();
        boolean readable = problems.stream()
                .noneMatch(problem -> problem.code() == RefusalCode.PLAN_SEASON_INVALID
                        && problem.pointer().startsWith(fields.at("rates") + "/"));
        if (fields.has("rates") && readable) {
            new RateCheck(fields.at("rates"), rule, sizeClasses, problems).check();
        }
        return rule;
    }

    private Rule read() {
        String code = code();
        Terms.Kind kind = fields.word("kind", Terms.Kind.class, Terms.Kind.STORAGE);
        Rule.Overage overage = overage(fields.object("overage"), kind);
        Terms.Basis basis = fields.word("basis", Terms.Basis.class, basis(kind, overage));
        Terms.Unit unit = fields.word("unit", Terms.Unit.class, Terms.Unit.FT3);
        Terms.Sampling sampling = fields.word("sampling", Terms.Sampling.class, Terms.Sampling.DAILY_CLOSE);
        Terms.Per per = fields.word(
                "per", Terms.Per.class, sampling == Terms.Sampling.WEEKLY ? Terms.Per.WEEK : Terms.Per.MONTH);
        Rule.Tiers tiers = tiers(fields.object("tiers"), basis, unit);
        Charged charged = charged(fields.object("chargeable"));
        return new Rule(
                code,
                kind,
                basis,
                volumes(kind, basis) ? unit : null,
                sampling,
                fields.word("weekday", DayOfWeek.class),
                fields.word("gap", Terms.Gap.class, Terms.Gap.NONE),
                per,
                fields.word("proration", Terms.Proration.class, prorated(per, sampling)),
                or(fields.whole("splitDay", 1, LAST_DAY, RefusalCode.PLAN_BASIS_MISMATCH), 15),
                fields.word("second", Terms.Second.class, Terms.Second.PRORATED),
                or(fields.whole("freeDays", 0, MOST_FREE_DAYS, RefusalCode.PLAN_FREE_DAYS_INVALID), 0),
                !Boolean.FALSE.equals(fields.flag("freeDaysIncludeReceiptDay")),
                fields.word("freeDaysOf", Terms.FreeOf.class, Terms.FreeOf.LOT),
                charged.types(),
                charged.exempt(),
                rates(),
                tiers,
                age(fields.object("age")),
                overage,
                Measures.volume(fields.object("minUnitVolume"), RefusalCode.PLAN_VALUE_UNKNOWN),
                Measures.volume(fields.object("locationVolume"), RefusalCode.PLAN_CALCULATED_INVALID),
                fields.number("unitsPerLocation", false, RefusalCode.PLAN_CALCULATED_INVALID),
                fill(fields),
                fields.word("grain", Terms.Grain.class, grain(kind)));
    }

    private String code() {
        String code = fields.text("code");
        if (code == null) {
            fields.problem(RefusalCode.PLAN_VALUE_UNKNOWN, "code", "is required");
        }
        return String.valueOf(code);
    }

    private static Terms.Proration prorated(Terms.Per per, Terms.Sampling sampling) {
        return per != Terms.Per.MONTH || sampling.whole() ? Terms.Proration.NONE : Terms.Proration.CALENDAR_DAYS;
    }

    private static Terms.Grain grain(Terms.Kind kind) {
        return kind == Terms.Kind.OVERAGE ? Terms.Grain.OWNER : Terms.Grain.LOT;
    }

    private record Charged(Set<String> types, Set<String> exempt) {}

    private static Charged charged(@Nullable Fields chargeable) {
        if (chargeable == null) {
            return new Charged(CHARGED, Set.of());
        }
        Set<String> types = chargeable.words("locationTypes", TYPES);
        Set<String> exempt = chargeable.words("exemptHoldReasons", HOLDS);
        chargeable.noOthers();
        return new Charged(types == null ? CHARGED : types, exempt == null ? Set.of() : exempt);
    }

    /** What is measured in mm³. */
    static boolean volumes(Terms.Kind kind, Terms.Basis basis) {
        return basis.volume() || kind == Terms.Kind.OVERAGE;
    }

    private static Terms.Basis basis(Terms.Kind kind, Rule.@Nullable Overage overage) {
        return switch (kind) {
            case STORAGE -> Terms.Basis.OCCUPIED_VOLUME;
            case AGED -> Terms.Basis.UNIT_VOLUME;
            case FLAT -> Terms.Basis.FLAT;
            case OVERAGE -> overage == null ? Terms.Basis.UNIT_VOLUME : overage.basis();
        };
    }

    /** Share of a place that goods fill; null = not given. */
    static @Nullable BigDecimal fill(Fields fields) {
        BigDecimal fill = fields.number("fill", false, RefusalCode.PLAN_CALCULATED_INVALID);
        if (fill != null && (fill.compareTo(LEAST_FILL) < 0 || fill.compareTo(BigDecimal.ONE) > 0)) {
            fields.problem(RefusalCode.PLAN_CALCULATED_INVALID, "fill", "must be between 0.05 and 1");
        }
        return fill;
    }

    private List<Rule.Rate> rates() {
        List<Rule.Rate> rates = new ArrayList<>();
        for (Fields each : fields.objects("rates")) {
            BigDecimal rate = each.rate("rate", true);
            Fields when = each.object("when");
            rates.add(
                    new Rule.Rate(rate == null ? BigDecimal.ZERO : rate, when == null ? Rule.When.ALWAYS : when(when)));
            each.noOthers();
        }
        return rates;
    }

    private static Rule.When when(Fields when) {
        Fields season = when.object("season");
        Rule.When read = new Rule.When(
                season == null ? null : SeasonReader.season(season),
                when.text("sizeClass"),
                when.text("temperatureClass"),
                when.flag("hazmat"),
                storageClass(when),
                when.text("zone"));
        when.noOthers();
        return read;
    }

    private static @Nullable String storageClass(Fields when) {
        enum Known {
            BIN,
            SHELF,
            PALLET
        }
        return Objects.toString(when.word("storageClass", Known.class), null);
    }

    private static Rule.@Nullable Tiers tiers(@Nullable Fields tiers, Terms.Basis basis, Terms.Unit unit) {
        if (tiers == null) {
            return null;
        }
        enum Known {
            OWNER,
            ITEM
        }
        Terms.Grain grain = Terms.Grain.valueOf(
                tiers.word("grain", Known.class, Known.OWNER).name());
        Terms.TierMode mode = tiers.word("mode", Terms.TierMode.class, Terms.TierMode.MARGINAL);
        BigDecimal one = basis.volume() ? unit.cubicMillimetres() : BigDecimal.ONE;
        List<Rule.Step> steps = new ArrayList<>();
        for (Fields step : tiers.objects("steps")) {
            BigDecimal above = step.number("above", true, RefusalCode.PLAN_TIERS_INVALID);
            BigDecimal rate = step.rate("rate", true);
            steps.add(new Rule.Step(
                    (above == null ? BigDecimal.ZERO : above).multiply(one), rate == null ? BigDecimal.ZERO : rate));
            step.noOthers();
        }
        tiers.noOthers();
        return new Rule.Tiers(grain, mode, steps);
    }

    private static Rule.@Nullable Age age(@Nullable Fields age) {
        if (age == null) {
            return null;
        }
        Terms.AgeBy by = age.word("by", Terms.AgeBy.class, Terms.AgeBy.LOT_RECEIPT);
        int day = assessed(age);
        List<Rule.Band> bands = new ArrayList<>();
        for (Fields band : age.objects("bands")) {
            bands.add(new Rule.Band(
                    or(band.whole("fromDays", 0, MOST_FREE_DAYS * 10, RefusalCode.PLAN_AGE_BANDS_INVALID), 0),
                    band.whole("toDays", 0, MOST_FREE_DAYS * 10, RefusalCode.PLAN_AGE_BANDS_INVALID),
                    band.rate("perVolume", false),
                    band.rate("perUnit", false),
                    band.word("combine", Terms.Combine.class, Terms.Combine.MAX)));
            if (!band.has("fromDays")) {
                band.problem(RefusalCode.PLAN_AGE_BANDS_INVALID, "fromDays", "is required");
            }
            band.noOthers();
        }
        age.noOthers();
        return new Rule.Age(by, day, bands);
    }

    /** Day of the month, 0 = daily; the 15th where it isn't said. */
    private static int assessed(Fields age) {
        var assess = age.value("assess");
        if (assess == null) {
            return 15;
        }
        if (assess.isTextual() && assess.textValue().equals("DAILY")) {
            return 0;
        }
        Fields day = assess.isObject() ? age.object("assess") : null;
        Integer found = day == null ? null : day.whole("day", 1, LAST_DAY, RefusalCode.PLAN_AGE_BANDS_INVALID);
        if (day == null || !day.has("day")) {
            age.problem(RefusalCode.PLAN_AGE_BANDS_INVALID, "assess", "must be \"DAILY\" or {\"day\": 1 to 28}");
        } else {
            day.noOthers();
        }
        return or(found, 15);
    }

    private Rule.@Nullable Overage overage(@Nullable Fields overage, Terms.Kind kind) {
        if (overage == null) {
            return null;
        }
        Terms.Basis basis = overage.word("basis", Terms.Basis.class, Terms.Basis.UNIT_VOLUME);
        Terms.Unit unit = overage.word("unit", Terms.Unit.class, fields.word("unit", Terms.Unit.class, Terms.Unit.FT3));
        BigDecimal limit = overage.number("limit", true, RefusalCode.PLAN_VALUE_UNKNOWN);
        BigDecimal rate = overage.rate("rate", true);
        if (limit == null && !overage.has("limit")) {
            overage.problem(RefusalCode.PLAN_VALUE_UNKNOWN, "limit", "is required");
        }
        if (!basis.volume()) {
            overage.problem(RefusalCode.PLAN_BASIS_MISMATCH, "basis", "must be OCCUPIED_VOLUME or UNIT_VOLUME");
        }
        if (kind != Terms.Kind.OVERAGE) {
            fields.problem(RefusalCode.PLAN_BASIS_MISMATCH, "overage", "is for rules of kind OVERAGE");
        }
        overage.noOthers();
        return new Rule.Overage(
                basis,
                (limit == null ? BigDecimal.ZERO : limit).multiply(unit.cubicMillimetres()),
                rate == null ? BigDecimal.ZERO : rate);
    }

    private static int or(@Nullable Integer found, int otherwise) {
        return found == null ? otherwise : found;
    }
}
