package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Pricing;
import dev.lotline.operations.billing.rating.Rating;
import dev.lotline.operations.billing.rating.Sample;
import java.util.List;

/** What stock costs: a pure function of plan, observations and days. */
public final class StorageRating {
    private StorageRating() {}

    public static Rating rate(RatePlan plan, Observations observed, Observations.Period period) {
        return rate(PlanBook.of(plan), observed, period);
    }

    /** Under a plan whose versions change within the period. Ends with CURRENCY_MIXED. */
    public static Rating rate(PlanBook book, Observations observed, Observations.Period period) {
        Sampled sampled = sample(book, observed, period);
        return Pricing.price(book, Measured.of(sampled.samples()), sampled.levels(), sampled.unrated());
    }

    /** What is measured of each day, in the order of the days, and what can't be. */
    public record Sampled(List<Sample> samples, List<Sample.Level> levels, List<Sample.Unrated> unrated) {}

    /** What the days of a period measure, without a price. */
    public static Sampled sample(PlanBook book, Observations observed, Observations.Period period) {
        Sampler sampler = new Sampler(book, observed).look(period);
        return new Sampled(sampler.samples, Levels.of(book, sampler.samples), sampler.unrated);
    }
}
