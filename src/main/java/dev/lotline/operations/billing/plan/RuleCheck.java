package dev.lotline.operations.billing.plan;

import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.billing.plan.Terms.Basis;
import dev.lotline.operations.billing.plan.Terms.Kind;
import dev.lotline.operations.billing.plan.Terms.Per;
import dev.lotline.operations.billing.plan.Terms.Proration;
import dev.lotline.operations.billing.plan.Terms.Sampling;
import java.util.List;
import java.util.Map;

/** Whether the parts of a rule go together. */
final class RuleCheck {
    private final Fields fields;
    private final Rule rule;

    RuleCheck(Fields fields, Rule rule) {
        this.fields = fields;
        this.rule = rule;
    }

    void check() {
        basis();
        sampling();
        proration();
        money();
        tiers();
        age();
        calculated();
    }

    private void basis() {
        mismatch("unit", !RuleReader.volumes(rule.kind(), rule.basis()) && fields.has("unit"), "is for volumes only");
        mismatch(
                "minUnitVolume",
                rule.basis() != Basis.UNIT_VOLUME && fields.has("minUnitVolume"),
                "is for UNIT_VOLUME only");
        mismatch("grain", !rule.basis().anywhere() && fields.has("grain"), "is for CALCULATED_LOCATION and FLAT only");
        mismatch(
                "grain",
                rule.basis() == Basis.CALCULATED_LOCATION && rule.grain() == Terms.Grain.OWNER,
                "must be LOT or ITEM: goods of different items don't share a calculated place");
        mismatch("basis", rule.kind() == Kind.FLAT && rule.basis() != Basis.FLAT, "must be FLAT for a fixed sum");
        mismatch(
                "basis",
                rule.kind() == Kind.AGED && rule.basis() != Basis.UNIT_VOLUME && rule.basis() != Basis.OCCUPIED_VOLUME,
                "must be a volume");
        mismatch(
                "basis",
                rule.kind() == Kind.OVERAGE
                        && rule.overage() != null
                        && rule.basis() != rule.overage().basis(),
                "stands in overage");
        for (String name : List.of("locationVolume", "unitsPerLocation", "fill")) {
            mismatch(
                    name,
                    rule.basis() != Basis.CALCULATED_LOCATION && fields.has(name),
                    "is for CALCULATED_LOCATION only");
        }
    }

    private void sampling() {
        boolean weekly = rule.sampling() == Sampling.WEEKLY;
        mismatch("weekday", weekly && rule.weekday() == null, "is required with WEEKLY");
        mismatch("weekday", !weekly && fields.has("weekday"), "is for WEEKLY only");
        mismatch("per", weekly != (rule.per() == Per.WEEK), "must be WEEK with WEEKLY, and only then");
        mismatch("gap", rule.sampling() != Sampling.SNAPSHOT_FIRST && fields.has("gap"), "is for SNAPSHOT_FIRST only");
        boolean plain = rule.kind() == Kind.STORAGE || rule.kind() == Kind.FLAT;
        mismatch(
                "sampling",
                !plain && rule.sampling() != Sampling.DAILY_CLOSE && rule.sampling() != Sampling.DAILY_ANY,
                "must be daily for this kind");
        mismatch(
                "sampling",
                rule.basis() == Basis.LPN && rule.sampling() == Sampling.DAILY_ANY,
                "does not go with LPN: what stands on a plate is known at the end of a day");
    }

    private void proration() {
        boolean whole = rule.sampling().whole() || rule.per() != Per.MONTH;
        mismatch(
                "proration",
                whole && rule.proration() != Proration.NONE,
                "does not go with " + (rule.sampling().whole() ? rule.sampling() : "per " + rule.per()));
        mismatch("splitDay", rule.proration() != Proration.SPLIT && fields.has("splitDay"), "is for SPLIT only");
        mismatch("second", rule.proration() != Proration.SPLIT && fields.has("second"), "is for SPLIT only");
        boolean byCell = rule.proration() == Proration.SPLIT || rule.proration() == Proration.ANNIVERSARY;
        boolean plain =
                rule.kind() == Kind.STORAGE && rule.basis() != Basis.FLAT && rule.basis() != Basis.CALCULATED_LOCATION;
        mismatch("proration", byCell && !plain && rule.kind() != Kind.FLAT, "needs cells that came on a day");
        mismatch(
                "proration",
                rule.kind() == Kind.OVERAGE && rule.proration() == Proration.NONE && rule.per() == Per.MONTH,
                "must be by day for what is above a limit");
    }

    private void money() {
        boolean byRates = rule.kind() == Kind.STORAGE || rule.kind() == Kind.FLAT;
        if (byRates && rule.tiers() == null && rule.rates().isEmpty()) {
            fields.problem(RefusalCode.PLAN_RATE_MISSING, "rates", "needs at least one rate");
        }
        mismatch(
                "rates",
                fields.has("rates") && (!byRates || rule.tiers() != null),
                "does not go with tiers, age or overage, which have rates of their own");
        mismatch("overage", rule.kind() == Kind.OVERAGE && rule.overage() == null, "is required for kind OVERAGE");
        mismatch("age", rule.kind() != Kind.AGED && fields.has("age"), "is for kind AGED only");
        boolean placeless = rule.basis().anywhere();
        for (int n = 0; n < rule.rates().size(); n++) {
            Rule.When when = rule.rates().get(n).when();
            boolean ofPlace = when.storageClass() != null || when.zone() != null || when.temperatureClass() != null;
            mismatch("rates/" + n + "/when", placeless && ofPlace, "asks for a place, and its lines have none");
        }
    }

    private void tiers() {
        Rule.Tiers tiers = rule.tiers();
        if (tiers == null) {
            return;
        }
        boolean ascending =
                tiers.steps().size() >= 2 && tiers.steps().get(0).above().signum() == 0;
        for (int n = 1; n < tiers.steps().size(); n++) {
            ascending &= tiers.steps()
                            .get(n)
                            .above()
                            .compareTo(tiers.steps().get(n - 1).above())
                    > 0;
        }
        if (!ascending) {
            fields.part(
                    RefusalCode.PLAN_TIERS_INVALID, "tiers/steps", "must be at least 2, ascending, the first above 0");
        }
        boolean daily = !rule.sampling().whole()
                && rule.proration() != Proration.SPLIT
                && rule.proration() != Proration.ANNIVERSARY
                && (rule.proration() != Proration.NONE || rule.per() == Per.DAY);
        if (rule.basis() == Basis.FLAT || rule.kind() != Kind.STORAGE || !daily) {
            fields.problem(
                    RefusalCode.PLAN_TIERS_INVALID, "tiers", "are for storage that is measured and prorated by day");
        }
    }

    private void age() {
        if (rule.kind() != Kind.AGED) {
            return;
        }
        List<Rule.Band> bands = rule.age() == null ? List.of() : rule.age().bands();
        mismatch(
                "age/by",
                rule.age() != null && rule.age().pool() && rule.basis() != Basis.UNIT_VOLUME,
                "needs UNIT_VOLUME: a pool stands in no place");
        if (bands.isEmpty()) {
            fields.problem(RefusalCode.PLAN_AGE_BANDS_INVALID, "age", "needs at least one band");
        }
        for (int n = 0; n < bands.size(); n++) {
            Rule.Band band = bands.get(n);
            Integer to = band.to();
            Integer before = n == 0 ? null : bands.get(n - 1).to();
            Map<String, Boolean> wrong = Map.of(
                    "fromDays is above toDays", to != null && band.from() > to,
                    "only the last band may be open", to == null && n < bands.size() - 1,
                    "overlaps the band before", before != null && before >= band.from(),
                    "needs perVolume or perUnit", band.perVolume() == null && band.perUnit() == null);
            String where = "age/bands/" + n;
            wrong.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(message -> fields.part(RefusalCode.PLAN_AGE_BANDS_INVALID, where, message));
        }
    }

    private void calculated() {
        if (rule.basis() == Basis.CALCULATED_LOCATION
                && !fields.has("locationVolume")
                && !fields.has("unitsPerLocation")) {
            fields.problem(RefusalCode.PLAN_CALCULATED_INVALID, "", "needs locationVolume or unitsPerLocation");
        }
    }

    private void mismatch(String name, boolean wrong, String message) {
        if (wrong) {
            fields.part(RefusalCode.PLAN_BASIS_MISMATCH, name, message);
        }
    }
}
