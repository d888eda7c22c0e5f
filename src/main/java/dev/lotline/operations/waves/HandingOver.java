package dev.lotline.operations.waves;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has which work. It decides what a handheld is shown, not what may be scanned: a scan that comes late from the
 * hand that had the task before is a true fact, and the ledger judges it like any other.
 */
@Singleton
public class HandingOver {
    private static final int MOST_TASKS = 500;

    private final Waves waves;
    private final Ledger ledger;

    HandingOver(Waves waves, Ledger ledger) {
        this.waves = waves;
        this.ledger = ledger;
    }

    /**
     * @param wave a whole run, or null
     * @param tasks single tasks, or null
     * @param to name of a device or credential; null = nobody has it any more
     */
    public record Work(
            @Nullable Long wave,
            @Nullable List<Long> tasks,
            @Nullable String to) {
        void check() {
            int missing = tasks == null ? -1 : new ArrayList<>(tasks).indexOf(null);
            new FieldCheck()
                    .optionalCode("to", to)
                    .that((wave == null) != (tasks == null), "tasks", "or a wave must be given, not both")
                    .that(
                            tasks == null || !tasks.isEmpty() && tasks.size() <= MOST_TASKS,
                            "tasks",
                            "must be 1 to " + MOST_TASKS)
                    .that(missing < 0, "tasks[" + missing + "]", "must be a task's number")
                    .done();
        }
    }

    /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_DOCUMENT (the run), UNKNOWN_TASK, TASK_ALREADY_PICKED, TASK_STOPPED. */
    public Uni<Posted> assign(String warehouse, Work work, Envelope envelope, Scope scope) {
        return waves.warehouse(warehouse, scope)
                .chain(id -> handOver(id, envelope, scope, work))
                .map(Posted::orRefuse);
    }

    /** The same from the floor: ASSIGNED, or a refusal as its verdict. */
    public Uni<Posted> handOver(long warehouse, Envelope envelope, Scope scope, Work work) {
        work.check();
        if (work.wave() != null && scope.owners() != null) {
            // a run may carry orders of other owners
            throw Refusal.of(RefusalCode.FORBIDDEN, "reference", work.wave());
        }
        JsonObject facts = new JsonObject();
        if (work.wave() != null) {
            facts.put("wave", work.wave());
        }
        if (work.tasks() != null) {
            facts.put("tasks", new JsonArray(List.copyOf(work.tasks())));
        }
        if (work.to() != null) {
            facts.put("to", work.to());
        }
        if (scope.owners() != null) {
            facts.put("owners", new JsonArray(List.copyOf(scope.owners())));
        }
        return ledger.command(Posting.of("HAND_OVER", warehouse, envelope).facts(facts));
    }
}
