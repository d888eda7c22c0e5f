package dev.lotline.edge.floor.putaway;

import dev.lotline.kernel.Scope;
import dev.lotline.operations.slotting.Goods;
import dev.lotline.operations.slotting.Slotting;
import dev.lotline.operations.slotting.Suggestion;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the putaway tasks of a list their places, all in one look. */
@Singleton
public class StowTasks {
    private final Slotting slotting;

    StowTasks(Slotting slotting) {
        this.slotting = slotting;
    }

    /** Adds {@code suggestion {location, reason, quantity}} to every task of kind STOW that has a place. */
    public Uni<Void> suggest(long warehouse, JsonArray tasks, Scope scope) {
        List<JsonObject> stows = tasks.stream()
                .map(JsonObject.class::cast)
                .filter(task -> "STOW".equals(task.getString("kind")))
                .toList();
        return slotting.suggest(warehouse, stows.stream().map(StowTasks::goods).toList(), scope)
                .invoke(found -> {
                    for (int n = 0; n < found.size(); n++) {
                        if (!found.get(n).isEmpty()) {
                            stows.get(n).put("suggestion", shown(found.get(n).get(0)));
                        }
                    }
                })
                .replaceWithVoid();
    }

    private static JsonObject shown(Suggestion best) {
        return new JsonObject()
                .put("location", best.location())
                .put("reason", best.reason().name())
                .put("quantity", best.quantity());
    }

    private static Goods goods(JsonObject task) {
        @Nullable String expiration = task.getString("expirationDate");
        return new Goods(
                task.getString("owner"),
                task.getString("sku"),
                task.getString("lotNumber"),
                expiration == null ? null : LocalDate.parse(expiration),
                new BigDecimal(task.getValue("quantity").toString()),
                null);
    }
}
