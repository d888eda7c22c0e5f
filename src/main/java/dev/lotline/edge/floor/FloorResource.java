package dev.lotline.edge.floor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.floor.house.FloorTasksSql;
import dev.lotline.edge.floor.house.Warehouses;
import dev.lotline.edge.floor.putaway.StowTasks;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /floor}: what handhelds speak. */
@Path("/floor")
@Tag(name = "Floor", description = "Scans in, verdicts out")
// a scanner that loses its Wi-Fi must not take a pooled connection with it
@Cancellable(false)
public class FloorResource {
    private static final int MAX_TASKS = 50;

    @Inject
    Floor floor;

    @Inject
    EventReader reader;

    @Inject
    Warehouses warehouses;

    @Inject
    FloorTasksSql tasks;

    @Inject
    StowTasks stowTasks;

    @Inject
    SecurityIdentity identity;

    @POST
    @Path("/events")
    @Needs(Capability.SCAN)
    @Operation(summary = "Post 1 to 500 scan events, in device order", description = """
                    One verdict per event, in the same order; 200 whatever the verdicts. A refused event changes nothing \
                    and does not stop those behind it. The same event again gets its stored verdict with replayed: true; \
                    the same id with another content is refused with KEY_REUSED. 400 when the body is no array of events \
                    (nothing was booked), 503 with Retry-After when it should be sent again unchanged.
                    Needs: RECEIVE, STOW receivingOrder, barcode or sku + lot, location (STOW: from?); MOVE from, \
                    location, goods; PICK, SHORT, UNPICK task (PICK: location, goods, tote?); HOLD, UNHOLD scope, and goods or \
                    location (HOLD: reason?); COUNT location, counted, goods (none = the place is empty); DAMAGE, DISPOSE \
                    location, goods, reason; RETURN location, goods, kind or returnOrder, order?; HAND_OVER task or wave, to?; UNDO of. A whole plate: \
                    RECEIVE, STOW, MOVE lpn, location; PICK task, lpn.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = ScanEvent[].class)))
    public Uni<List<ScanReply>> events(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = actor();
        return Multi.createFrom()
                .iterable(reader.read(body, actor, language(headers)))
                .onItem()
                .transformToUniAndConcatenate(incoming -> floor.take(incoming, actor))
                .collect()
                .asList();
    }

    @GET
    @Path("/tasks")
    @Needs(Capability.SCAN)
    @Operation(
            summary = "The next work of a warehouse",
            description =
                    "Open pick tasks, one's own first, then those nobody has, by priority, ship-by date and walking"
                            + " order, a cart run as one walk with the tote of each order; then replenishment, then"
                            + " putaway with a suggested place and its reason, then receipts.")
    public Uni<Map<String, Object>> tasks(@QueryParam("warehouse") @Nullable String warehouse) {
        if (warehouse == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        actor().scope().requireWarehouse(warehouse);
        return warehouses.find(warehouse).chain(known -> {
            if (known == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            Actor actor = actor();
            return tasks.tasks(known.id(), actor.scope().ownerCodes(), MAX_TASKS, actor.device(), actor.name())
                    .call(open -> stowTasks.suggest(known.id(), open, actor.scope()))
                    .map(open -> Map.of("items", open.getList()));
        });
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }

    private static String language(HttpHeaders headers) {
        return Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .toLanguageTag();
    }
}
