package dev.lotline.edge.floor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.floor.Warehouses.Known;
import dev.lotline.gs1.scan.Reading;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    LabelReader labels;

    @Inject
    BarcodeResolver resolver;

    @Inject
    Warehouses warehouses;

    @Inject
    FloorTasksSql tasks;

    @Inject
    SecurityIdentity identity;

    @ConfigProperty(name = "lotline.clock.adjustable")
    boolean clockAdjustable;

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
                    location (HOLD: reason?); UNDO of.""")
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

    @POST
    @Path("/resolve")
    @Needs(Capability.RESOLVE)
    @Operation(
            summary = "Explain a barcode and say what it names here",
            description = "Never changes anything. An unreadable barcode is a 200 with outcome REJECT and its issues.")
    public Uni<ResolveReply> resolve(ResolveRequest request) {
        if (request == null || request.data() == null && request.bytes() == null) {
            throw Refusal.invalid("data", "is required");
        }
        if (request.today() != null && !clockAdjustable) {
            throw Refusal.invalid("today", "is accepted only where the clock is adjustable");
        }
        ResolveRequest.Context context = request.context();
        String code = context == null || context.warehouse() == null ? "" : context.warehouse();
        return warehouses.find(code).chain(known -> {
            if (!code.isEmpty() && (known == null || !actor().scope().coversWarehouse(code))) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code);
            }
            return explain(request, known);
        });
    }

    private Uni<ResolveReply> explain(ResolveRequest request, @Nullable Known warehouse) {
        ResolveRequest.Context context = request.context();
        var document = context == null ? null : context.receivingOrder();
        return warehouses.today(warehouse).chain(today -> {
            Reading reading = labels.read(request.barcode(), request.today() == null ? today : request.today());
            return resolver.resolve(
                            reading,
                            warehouse == null ? null : warehouse.id(),
                            document == null ? null : document.owner(),
                            document == null ? null : document.reference(),
                            actor().scope())
                    .map(resolution -> ResolveReply.of(reading, resolution));
        });
    }

    @GET
    @Path("/tasks")
    @Needs(Capability.SCAN)
    @Operation(
            summary = "The next work of a warehouse",
            description = "Open pick tasks by priority, ship-by date and walking order, then putaway, then receipts.")
    public Uni<Map<String, Object>> tasks(@QueryParam("warehouse") @Nullable String warehouse) {
        if (warehouse == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        actor().scope().requireWarehouse(warehouse);
        return warehouses.find(warehouse).chain(known -> {
            if (known == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            return tasks.tasks(known.id(), actor().scope().ownerCodes(), MAX_TASKS)
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
