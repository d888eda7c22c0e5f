package dev.lotline.operations.quarantine.interrupt;

import dev.lotline.operations.quarantine.interrupt.Interrupt.Kind;
import dev.lotline.operations.quarantine.interrupt.InterruptSql.Placed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Follows the holds of all nodes: each look takes exactly those whose transaction the snapshot of the last look could not
 * see, so none is left out that was numbered early and committed late, and none is told twice.
 */
@Singleton
public class Interrupts {
    /** Holds of one look that are told one by one. */
    static final int MOST = 50;

    /**
     * @param snapshot where the next look goes on
     * @param complete false when there were more holds than are told one by one: handhelds ask for their tasks anew
     */
    public record News(String snapshot, List<Interrupt> interrupts, boolean complete) {}

    private final InterruptSql sql;

    Interrupts(InterruptSql sql) {
        this.sql = sql;
    }

    /** Of a node that has nothing but a pool. */
    public static Interrupts over(Pool pool) {
        return new Interrupts(new InterruptSql(pool));
    }

    /** What is there at this moment counts as told. */
    public Uni<String> now() {
        return sql.now();
    }

    /** What was committed since. */
    public Uni<News> since(String snapshot) {
        return sql.since(snapshot, MOST).map(look -> {
            List<Interrupt> interrupts = new ArrayList<>();
            look.placed().stream().limit(MOST).forEach(hold -> of(hold, interrupts));
            return new News(look.snapshot(), interrupts, look.placed().size() <= MOST);
        });
    }

    /** Every warehouse hears of lots, because they may arrive there; of its own stopped tasks and places each one. */
    private static void of(Placed hold, List<Interrupt> interrupts) {
        interrupts.add(
                switch (hold.scope()) {
                    case "LOCATION" -> hold.told(Kind.LOCATION_HELD, hold.warehouse(), "locations", hold.locations());
                    case "PLATE" -> hold.told(Kind.PLATE_HELD, hold.warehouse(), "lpns", hold.lpns());
                    default -> hold.told(Kind.LOT_HELD, null, "lots", hold.lots());
                });
        boolean complete = hold.stopped() == hold.tasks().size();
        hold.tasks().stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.groupingBy(
                        task -> task.getString("warehouse"),
                        TreeMap::new,
                        Collectors.mapping(JsonObject::getMap, Collectors.toList())))
                .forEach((warehouse, tasks) -> interrupts.add(new Interrupt(
                        Kind.TASK_STOPPED,
                        hold.owner(),
                        warehouse,
                        Map.of("hold", hold.id(), "tasks", tasks, "complete", complete))));
    }
}
