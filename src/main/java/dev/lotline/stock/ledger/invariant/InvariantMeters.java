package dev.lotline.stock.ledger.invariant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What the last run on this node found, for those who watch. */
@Singleton
final class InvariantMeters {
    private final Invariants invariants;
    private final InvariantSql sql;
    private final MeterRegistry meters;

    InvariantMeters(Invariants invariants, InvariantSql sql, MeterRegistry meters) {
        this.invariants = invariants;
        this.sql = sql;
        this.meters = meters;
    }

    void register(@Observes StartupEvent start) {
        for (InvariantSql.Question question : sql.questions()) {
            Gauge.builder("lotline.invariant.violations", invariants, all -> violations(all, question.id()))
                    .description("rows that violated it in the last run on this node; 0 before the first")
                    .tag("id", question.id())
                    .register(meters);
        }
        Gauge.builder("lotline.invariant.asked.seconds", invariants, InvariantMeters::asked)
                .description("when the last run on this node was, in seconds since 1970; 0 before the first")
                .register(meters);
    }

    private static double violations(Invariants all, String id) {
        return all.known().stream()
                .filter(found -> found.id().equals(id))
                .mapToDouble(Invariant::violations)
                .sum();
    }

    private static double asked(Invariants all) {
        return all.known().stream()
                .mapToDouble(found -> found.checkedAt().toEpochSecond())
                .max()
                .orElse(0);
    }
}
