package dev.lotline.operations.shelflife;

import dev.lotline.kernel.CanonicalJson;
import dev.lotline.stock.ledger.Envelope;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Closes the day of every warehouse by itself, soon after its own midnight; days that nobody was awake for are caught up.
 * Every node looks; that two close the same day harms nothing, and leaves one event.
 */
@Singleton
final class Midnight {
    private static final String WHO = "day-close";

    private final DayClose days;
    private final DayCloseSql sql;

    Midnight(DayClose days, DayCloseSql sql) {
        this.days = days;
        this.sql = sql;
    }

    @Scheduled(
            identity = WHO,
            every = "{lotline.day-close.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sql.due()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::close)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** What goes wrong in one warehouse is tried again at the next look, and keeps no other one waiting. */
    private Uni<Boolean> close(DayCloseSql.Due due) {
        return days.close(due.id(), due.code(), envelope(due))
                .invoke(done -> Log.infof("day closed: %s", done.day()))
                .replaceWith(true)
                .onFailure()
                .invoke(fault -> Log.errorf(fault, "the day of %s could not be closed", due.code()))
                .onFailure()
                .recoverWithItem(false);
    }

    /** The same on every node: one day of one warehouse is one event. */
    private static Envelope envelope(DayCloseSql.Due due) {
        String payload = "{\"businessDate\":\"" + due.today() + "\",\"warehouse\":" + due.id() + "}";
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(CanonicalJson.sha256().digest(bytes));
        return new Envelope(UUID.nameUUIDFromBytes(bytes), WHO, null, hash, hash, payload, WHO, "en", null);
    }
}
