package dev.lotline.operations.shelflife;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Counts {@link ShelfDaySql days} of every warehouse from time to time, so that who looks once a day does not wait for a
 * day's work. Every node looks; what one has counted is not due for the others.
 */
@Singleton
final class ShelfCounting {
    private final ShelfDaySql days;

    ShelfCounting(ShelfDaySql days) {
        this.days = days;
    }

    @Scheduled(
            identity = "shelf-days",
            every = "{lotline.shelf-days.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return days.warehouses()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::count)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** What goes wrong in one warehouse is tried again at the next look, and keeps no other one waiting. */
    private Uni<Boolean> count(String warehouse) {
        return days.count(warehouse, null)
                .replaceWith(true)
                .onFailure()
                .invoke(fault -> Log.errorf(fault, "what expires in %s could not be counted", warehouse))
                .onFailure()
                .recoverWithItem(false);
    }
}
