package dev.lotline.operations.billing;

import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Season;
import dev.lotline.operations.billing.plan.Terms;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan as the close of a day reads it in the database: every default said, in mm and mm³, days of the year as MMDD. */
final class PlanMeasures {
    private static final int HUNDRED = 100;

    private PlanMeasures() {}

    static JsonObject of(RatePlan plan) {
        List<Rule> rules = plan.rules();
        JsonObject volumes = new JsonObject();
        plan.defaultVolumes().forEach((name, volume) -> volumes.put(name, volume.toPlainString()));
        JsonArray sizes = new JsonArray();
        plan.sizeClasses()
                .forEach(size -> sizes.add(new JsonObject()
                        .put("class", size.name())
                        .put("longest", text(size.longest()))
                        .put("median", text(size.median()))
                        .put("shortest", text(size.shortest()))
                        .put("weight", text(size.weight()))));
        JsonArray all = new JsonArray();
        rules.forEach(rule -> all.add(rule(plan, rule)));
        return new JsonObject()
                .put("defaultVolumes", volumes)
                .put("sizeClasses", sizes)
                .put("any", rules.stream().anyMatch(rule -> rule.sampling() == Terms.Sampling.DAILY_ANY))
                .put("plates", rules.stream().anyMatch(rule -> rule.basis() == Terms.Basis.LPN))
                .put("pool", rules.stream().anyMatch(PlanMeasures::pools))
                .put("dates", rules.stream().anyMatch(PlanMeasures::asksForDates))
                .put("rules", all);
    }

    /** Whether a rule asks when goods came. */
    private static boolean asksForDates(Rule rule) {
        return rule.freeDays() > 0 || rule.age() != null || rule.proration() == Terms.Proration.ANNIVERSARY;
    }

    private static boolean pools(Rule rule) {
        return rule.age() != null && rule.age().pool();
    }

    private static JsonObject rule(RatePlan plan, Rule rule) {
        Rule.Tiers tiers = rule.tiers();
        BigDecimal fill = rule.fill() == null ? plan.fill() : rule.fill();
        JsonArray bands = new JsonArray();
        if (rule.age() != null) {
            rule.age()
                    .bands()
                    .forEach(band -> bands.add(new JsonObject()
                            .put("from", band.from())
                            .put("to", band.to())
                            .put("volume", band.perVolume() != null)));
        }
        JsonArray rates = new JsonArray();
        rule.rates().forEach(rate -> rates.add(when(rate.when())));
        return new JsonObject()
                .put("code", rule.code())
                .put("kind", rule.kind().name())
                .put("basis", rule.basis().name())
                .put("sampling", rule.sampling().name())
                .put("weekday", rule.weekday() == null ? null : rule.weekday().getValue())
                .put("gap", rule.gap().name())
                .put("proration", rule.proration().name())
                .put("freeDays", rule.freeDays() == 0 ? 0 : rule.freeDays() + (rule.receiptDayCounts() ? 0 : 1))
                .put("freeOf", rule.freeOf().name())
                .put("types", new JsonArray(List.copyOf(rule.locationTypes())))
                .put("holds", new JsonArray(List.copyOf(rule.exemptHolds())))
                .put("rates", rates)
                .put("tiers", tiers == null ? null : tiers.grain().name())
                .put("level", tiers != null || plan.base().filter(rule::equals).isPresent())
                .put("pool", pools(rule))
                .put("ageDay", rule.age() == null ? null : rule.age().day())
                .put("bands", bands)
                .put("limit", limit(rule.overage()))
                .put("minUnitVolume", text(rule.minUnitVolume()))
                .put("locationVolume", text(rule.locationVolume()))
                .put("unitsPerLocation", text(rule.unitsPerLocation()))
                .put("fill", text(fill))
                .put("grain", rule.grain().name());
    }

    private static @Nullable String limit(Rule.@Nullable Overage overage) {
        return overage == null ? null : text(overage.limit());
    }

    private static JsonObject when(Rule.When when) {
        JsonObject facts = new JsonObject();
        Season season = when.season();
        if (season != null) {
            facts.put("from", number(season.from())).put("to", number(season.to()));
        }
        facts.put("sizeClass", when.sizeClass())
                .put("temperatureClass", when.temperatureClass())
                .put("hazmat", when.hazmat())
                .put("storageClass", when.storageClass())
                .put("zone", when.zone());
        facts.getMap().values().removeIf(Objects::isNull);
        return when.equals(Rule.When.ALWAYS) ? new JsonObject().put("plain", true) : facts;
    }

    private static int number(MonthDay day) {
        return day.getMonthValue() * HUNDRED + day.getDayOfMonth();
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
