package dev.lotline.edge.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Loads the demo warehouse once, at start, where {@code lotline.demo} says so: into an empty house, or on from where an
 * earlier load was killed. Until it is done this node is not ready: the people of the demo can't sign in yet.
 */
@Readiness
@Singleton
final class DemoWarehouse implements HealthCheck {
    private static final int BEFORE_THE_CHECKS = 1;
    private static final int AFTER_THE_CHECKS = 3_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final boolean wanted;
    private final DemoSql sql;
    private final DemoLoad load;
    private final DemoFees fees;
    private volatile boolean loading;

    DemoWarehouse(@ConfigProperty(name = "lotline.demo") boolean wanted, DemoSql sql, DemoLoad load, DemoFees fees) {
        this.wanted = wanted;
        this.sql = sql;
        this.load = load;
        this.fees = fees;
        this.loading = wanted;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("demo warehouse").status(!loading).build();
    }

    void refuseInProduction(@Observes @Priority(BEFORE_THE_CHECKS) StartupEvent start) {
        check(wanted, ConfigUtils.isProfileActive("prod"));
    }

    static void check(boolean wanted, boolean production) {
        if (wanted && production) {
            throw new ConfigurationException(
                    "LOTLINE_DEMO (lotline.demo) must not be true in profile prod: demo goods have no place in real books.");
        }
    }

    void atStart(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
        if (wanted && load()) {
            System.out.println("Demo warehouse " + DemoHouse.WAREHOUSE
                    + ": 3 merchants, 200 items, 1,500 lots, 400 places, open receiving orders and orders");
        }
        loading = false;
    }

    /** Answers whether the demo warehouse is there, complete. Waits; not for an event loop. */
    boolean load() {
        Row found = sql.look().await().atMost(LONGEST);
        if (Boolean.TRUE.equals(found.getBoolean("finished"))) {
            return true;
        }
        @Nullable LocalDate begun = found.getLocalDate("business_date");
        if (begun == null && found.getBoolean("occupied")) {
            Log.warn(
                    "lotline.demo is true, but this database has owners or warehouses of its own; it is left as it is");
            return false;
        }
        long started = System.nanoTime();
        LocalDate day = begun == null ? found.getLocalDate("today") : begun;
        DemoPlan plan = new DemoPlan(day);
        if (begun == null) {
            Log.info("Loading the demo warehouse");
            sql.begin(plan, day).await().atMost(LONGEST);
            found = sql.look().await().atMost(LONGEST);
        } else {
            Log.infof("Going on with the demo warehouse that was begun on %s", begun);
        }
        load.load(plan, found.getLong("warehouse_id")).await().atMost(LONGEST);
        fees.assign(plan.catalogue.merchants, day).await().atMost(LONGEST);
        sql.finish().await().atMost(LONGEST);
        Log.infof("The demo warehouse is loaded, in %.1f s", (System.nanoTime() - started) / 1e9);
        return true;
    }
}
