package dev.lotline.edge.api.plates;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.plates.Plate;
import dev.lotline.operations.plates.Plates;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Licence plates of a warehouse: what stands on them, built, nested, split. They are moved by scans. */
@Path("/api/v1/warehouses/{warehouse}/plates")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plates")
public final class PlateResource {
    private final Plates plates;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    PlateResource(Plates plates, Envelopes envelopes, SecurityIdentity identity) {
        this.plates = plates;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    /** The plate that was split, and the other one; {@code into} null = the units are loose now. */
    public record Parted(Plate plate, @Nullable Plate into) {}

    @GET
    @Path("/{code}")
    @Needs(Capability.STOCK_READ)
    @Operation(summary = "A plate and what stands on it")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_PLATE.")
    public Uni<Plate> find(String warehouse, String code) {
        return plates.find(warehouse, code, actor().scope());
    }

    @GET
    @Needs(Capability.STOCK_READ)
    @Operation(summary = "List plates", description = "In the order in which they were made; query: location.")
    public Uni<RestResponse<Page<Plate.Heading>>> list(
            String warehouse, @QueryParam("location") @Nullable String location, UriInfo uri) {
        Paging paging = Paging.of(uri, "location");
        return plates.list(warehouse, location, actor().scope(), paging.afterNumber(), paging.fetch())
                .map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    @POST
    @Needs(Capability.SCAN)
    @Operation(
            summary = "Build a plate",
            description = "Loose units of a place stand on it from now on. Nothing moves and no figure changes.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION, UNKNOWN_ITEM.")
    @APIResponse(responseCode = "409", description = "PLATE_IN_USE elsewhere, SSCC_EXHAUSTED.")
    @APIResponse(responseCode = "422", description = "NOT_ENOUGH_STOCK: fewer loose units are there.")
    public Uni<RestResponse<Plate>> build(
            String warehouse, @Nullable BuildBody body, HttpHeaders headers, UriInfo uri) {
        BuildBody wanted = Violations.body(body);
        new Violations().code("location", wanted.location()).refuse();
        Actor actor = actor();
        return plates.build(
                        warehouse,
                        wanted.code(),
                        wanted.companyPrefix(),
                        String.valueOf(wanted.location()),
                        wanted.contents(),
                        envelopes.of(actor, wanted, headers, uri),
                        actor.scope())
                .map(done -> answer(done.plate(), done.replayed()));
    }

    @POST
    @Path("/{code}/split")
    @Needs(Capability.SCAN)
    @Operation(
            summary = "Split a plate",
            description = "Units come off it, onto another plate in the same place or loose.")
    @APIResponse(responseCode = "409", description = "PLATE_IN_USE: the other one stands elsewhere. SSCC_EXHAUSTED.")
    @APIResponse(responseCode = "422", description = "NOT_ENOUGH_STOCK: fewer stand on it.")
    public Uni<RestResponse<Parted>> split(
            String warehouse, String code, @Nullable SplitBody body, HttpHeaders headers, UriInfo uri) {
        SplitBody wanted = Violations.body(body);
        Actor actor = actor();
        return plates.split(
                        warehouse,
                        code,
                        wanted.into(),
                        wanted.companyPrefix(),
                        wanted.contents(),
                        envelopes.of(actor, wanted, headers, uri),
                        actor.scope())
                .map(done -> answer(new Parted(done.plate(), done.into()), done.replayed()));
    }

    @POST
    @Path("/{code}/nest")
    @Needs(Capability.SCAN)
    @Operation(
            summary = "Put a plate on another one",
            description = "Both stand in the same place; what stands on a plate moves with it. At most five high.")
    @APIResponse(responseCode = "409", description = "PLATE_IN_USE: it would stand on itself, or too high.")
    @APIResponse(responseCode = "422", description = "WRONG_LOCATION: they stand in different places.")
    public Uni<RestResponse<Plate>> nest(
            String warehouse, String code, @Nullable NestBody body, HttpHeaders headers, UriInfo uri) {
        NestBody wanted = Violations.body(body);
        Actor actor = actor();
        return plates.nest(warehouse, code, wanted.parent(), envelopes.of(actor, wanted, headers, uri), actor.scope())
                .map(done -> answer(done.plate(), done.replayed()));
    }

    private static <T> RestResponse<T> answer(T body, boolean replayed) {
        return replayed
                ? ResponseBuilder.ok(body).header(Envelopes.REPLAYED, "true").build()
                : RestResponse.ok(body);
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
