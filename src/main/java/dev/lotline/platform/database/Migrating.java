package dev.lotline.platform.database;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema to this release before anything else asks the database. One node does, the others wait for it. A schema
 * that is newer is left as it is: functions are replaced whole, and a node of the release before, started once more in the
 * middle of an upgrade, would put its own ones back. A migration never makes scans wait for long: it waits for a lock of a
 * table two seconds ({@code quarkus.flyway.init-sql}), lets those pass that queue behind it, and tries again.
 */
@Singleton
final class Migrating {
    /** Of the scheduler, which is the first to begin; after the database itself was found good. */
    private static final int BEFORE_ALL_OTHERS = -1;

    private static final int TRIES = 30;
    private static final long BETWEEN_NANOS = 1_000_000_000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Flyway flyway;

    Migrating(Flyway flyway) {
        this.flyway = flyway;
    }

    void atStart(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        bring(flyway, TRIES);
    }

    /** Answers whether the schema is that of this release; false = it is newer. */
    static boolean bring(Flyway flyway, int tries) {
        for (int left = tries; ; left--) {
            if (isNewer(flyway)) {
                Log.warn("the schema is of a newer release; it is left as it is");
                return false;
            }
            try {
                flyway.migrate();
                return true;
            } catch (RuntimeException e) {
                if (left == 1 || !lockNotAvailable(e)) {
                    throw e;
                }
                Log.infof("a migration waits for a table that is in use, %d tries are left", left - 1);
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
        }
    }

    private static boolean isNewer(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .anyMatch(done -> done.isVersioned() && done.getState() == MigrationState.FUTURE_SUCCESS);
    }

    private static boolean lockNotAvailable(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
