package dev.lotline.operations.billing;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.DatabaseAway;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes the storage days of a warehouse: every day that is over, oldest first, owner by owner, each in a transaction of its
 * own; then again those that late facts reach. Killed, run twice or by two nodes at once, the books are the same. Days that
 * are kept no longer are dropped afterwards.
 */
@Singleton
public class StorageClose {
    private static final String WHO = "storage-close";
    private static final int PATIENCE = 3;

    /** @param days closed or revised, {@code rows} written; {@code unrated} cells that could not be measured */
    public record Closed(int days, int rows, int unrated) {
        Closed plus(StorageCloseSql.Outcome outcome) {
            boolean done =
                    outcome.outcome().equals("CLOSED") || outcome.outcome().equals("REVISED");
            return new Closed(days + (done ? 1 : 0), rows + outcome.written(), unrated + outcome.unrated());
        }
    }

    private final StorageCloseSql sql;
    private final LocalTime closeAt;
    private final int dailyMonths;

    StorageClose(
            StorageCloseSql sql,
            @ConfigProperty(name = "lotline.storage.close-at") LocalTime closeAt,
            @ConfigProperty(name = "lotline.storage.daily-months") int dailyMonths) {
        this.sql = sql;
        this.closeAt = closeAt;
        this.dailyMonths = dailyMonths;
    }

    /** Ends with UNKNOWN_WAREHOUSE, or UNAVAILABLE: then it may simply be called again. */
    public Uni<Closed> close(String warehouse, String actor, Scope scope) {
        scope.requireWarehouse(warehouse);
        return sql.warehouse(warehouse).chain(id -> {
            if (id == 0) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            return close(id, actor);
        });
    }

    private Uni<Closed> close(long warehouse, String actor) {
        return sql.stand()
                .chain(stand -> sql.due(warehouse)
                        .onItem()
                        .transformToMulti(Multi.createFrom()::iterable)
                        .onItem()
                        .transformToUniAndConcatenate(due -> sql.close(warehouse, due, actor)
                                .onFailure(DatabaseAway::says)
                                .retry()
                                .atMost(PATIENCE))
                        .collect()
                        .in(() -> new Closed[] {new Closed(0, 0, 0)}, (sum, outcome) -> sum[0] = sum[0].plus(outcome))
                        .map(sum -> sum[0])
                        .call(() -> sql.looked(warehouse, stand)));
    }

    @Scheduled(
            identity = WHO,
            every = "{lotline.storage.close-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sql.awake(closeAt)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::closeBySelf)
                .collect()
                .asList()
                .call(this::forget)
                .replaceWithVoid();
    }

    /** What is being read now is dropped at a later look. */
    private Uni<Integer> forget() {
        return sql.forget(dailyMonths)
                .invoke(months -> {
                    if (months > 0) {
                        Log.infof("storage days of %d months are kept no longer", months);
                    }
                })
                .onFailure()
                .invoke(fault -> Log.warnf("old storage days could not be dropped: %s", fault))
                .onFailure()
                .recoverWithItem(0);
    }

    /** What goes wrong in one warehouse is tried again at the next look, and keeps no other one waiting. */
    private Uni<Closed> closeBySelf(long warehouse) {
        return close(warehouse, WHO)
                .invoke(closed -> {
                    if (closed.days() > 0) {
                        Log.infof("storage of warehouse %d closed: %s", warehouse, closed);
                    }
                })
                .onFailure()
                .invoke(fault -> Log.errorf(fault, "storage of warehouse %d could not be closed", warehouse))
                .onFailure()
                .recoverWithItem(new Closed(0, 0, 0));
    }
}
