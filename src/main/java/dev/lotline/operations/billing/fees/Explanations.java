package dev.lotline.operations.billing.fees;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.Measured;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Pricing;
import dev.lotline.operations.billing.rating.RateKey;
import dev.lotline.operations.billing.rating.Rating;
import dev.lotline.operations.billing.rating.Sample;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a line costs what it costs: everything that its cents are made of, so that anybody can make them again. */
@Singleton
public class Explanations {
    private static final int MOST = 200;
    private static final int MOST_BY_DAY = 20;

    private final FeesSql sql;
    private final ExplainSql origins;
    private final StorageFees fees;
    private final Plans plans;

    Explanations(FeesSql sql, ExplainSql origins, StorageFees fees, Plans plans) {
        this.sql = sql;
        this.origins = origins;
        this.fees = fees;
        this.plans = plans;
    }

    /** Which lines; null = all of them. */
    public record Which(
            @Nullable String sku,
            @Nullable Long lot,
            @Nullable String location,
            @Nullable String rule) {}

    /**
     * The lines of a month, at most 200.
     *
     * @param byDay with every day: then at most 20 lines, else VALIDATION_FAILED. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE
     */
    public Uni<List<Explained>> explain(
            String owner, YearMonth month, String warehouse, Which which, boolean byDay, Scope scope) {
        return fees.houses(owner, warehouse, scope)
                .map(houses -> houses.get(0))
                .chain(house -> measured(
                                house,
                                month,
                                new FeesSql.Asked(which.sku(), which.lot(), which.location(), which.rule(), null))
                        .chain(days -> plans.book(days.lines().stream()
                                        .flatMap(line -> line.segments().stream())
                                        .map(Measured.Segment::version)
                                        .distinct()
                                        .toList())
                                .chain(book -> explain(house, days, book, byDay))));
    }

    /** Day by day; of months whose days are not kept any more, what they came to. */
    private Uni<FeesSql.Lines> measured(House house, YearMonth month, FeesSql.Asked of) {
        return sql.days(house, month, of)
                .chain(days -> days.lines().isEmpty()
                        ? sql.rolled(house, month, of)
                        : Uni.createFrom().item(days));
    }

    private Uni<List<Explained>> explain(House house, FeesSql.Lines days, PlanBook book, boolean byDay) {
        if (byDay && days.lines().size() > MOST_BY_DAY) {
            throw Refusal.invalid("days", "are told of at most " + MOST_BY_DAY + " lines; ask for fewer of them");
        }
        List<Measured> lines = days.lines().stream().limit(MOST).toList();
        List<ExplainSql.Asked> asked = new ArrayList<>();
        for (Measured line : lines) {
            for (Measured.Segment segment : line.segments()) {
                asked.add(asked(line.cell(), segment.from(), segment.to(), segment.version()));
            }
        }
        int segments = asked.size();
        if (byDay) {
            days.samples()
                    .forEach(sample -> asked.add(asked(sample.cell(), sample.day(), sample.day(), sample.version())));
        }
        return origins.origins(house, asked).map(found -> {
            List<Explained> all = new ArrayList<>();
            int next = 0;
            for (Measured line : lines) {
                int count = line.segments().size();
                List<Explained.Day> each = byDay ? days(days.samples(), line, book, found, segments) : List.of();
                all.add(explained(book, line, days.names(), found.subList(next, next + count), each));
                next += count;
            }
            return all;
        });
    }

    private static ExplainSql.Asked asked(
            Cell cell, java.time.LocalDate first, java.time.LocalDate last, long version) {
        return new ExplainSql.Asked(cell.sku(), cell.lot(), cell.location(), first, last, version);
    }

    private static Explained explained(
            PlanBook book,
            Measured line,
            Map<String, String> names,
            List<Explained.Origin> origins,
            List<Explained.Day> days) {
        Rating.Line alone =
                Pricing.price(book, List.of(line), List.of(), List.of()).lines().get(0);
        return new Explained(
                alone,
                names.get(line.cell().lot()),
                line.segments().stream().map(Measured.Segment::quantityDays).toList(),
                book.version(line.last().version()).rule(line.rule()).perUnitOfRate(),
                List.copyOf(origins),
                days);
    }

    private static List<Explained.Day> days(
            List<Sample> samples, Measured line, PlanBook book, List<Explained.Origin> origins, int segments) {
        List<Explained.Day> days = new ArrayList<>();
        for (int n = 0; n < samples.size(); n++) {
            Sample sample = samples.get(n);
            if (sample.cell().equals(line.cell()) && sample.rule().equals(line.rule())) {
                Rule rule = book.version(sample.version()).rule(sample.rule());
                Explained.Origin origin = origins.get(segments + n);
                days.add(new Explained.Day(
                        sample.day(),
                        sample.units(),
                        sample.quantity().divide(rule.perUnitOfRate(), MathContext.DECIMAL128),
                        sample.quantity(),
                        sample.key(),
                        Explained.when(rule, RateKey.parse(sample.key())),
                        Optional.ofNullable(origin.received())
                                .map(received -> ChronoUnit.DAYS.between(received, sample.day()))
                                .orElse(null),
                        origin));
            }
        }
        return days;
    }
}
