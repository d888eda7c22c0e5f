package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.LabelRequest;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.stock.location.Location;
import dev.lotline.stock.location.LocationType;
import dev.lotline.stock.location.Warehouse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Places of a warehouse: locked, opened again, and labelled. */
@Path("/admin/places")
@ConsolePage
@Needs(Capability.CATALOG_WRITE)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class PlacePages {
    private final ChoiceSql choices;
    private final PrintDesk desk;
    private final FormCommands commands;
    private final Frame frame;

    PlacePages(ChoiceSql choices, PrintDesk desk, FormCommands commands, Frame frame) {
        this.choices = choices;
        this.desk = desk;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance places(
                Frame frame, String warehouse, List<Location> list, Choices choices, @Nullable String next, String id);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(
            @RestQuery @Nullable String warehouse, @RestQuery @Nullable String after, UriInfo uri) {
        View.of(uri, "warehouse", "after");
        return choices.choices(frame.actor().scope()).chain(there -> {
            String asked = View.given(warehouse);
            String code = asked != null
                    ? asked
                    : there.warehouses().isEmpty()
                            ? ""
                            : there.warehouses().get(0).code();
            return Panache.withSession(() -> house(code)
                            .chain(house -> Location.page(
                                    house.id(), LocationType.REAL, after == null ? "" : after, View.ROWS + 1)))
                    .chain(found -> frame.show(Templates.places(
                            frame,
                            code,
                            found.stream().limit(View.ROWS).toList(),
                            there,
                            found.size() > View.ROWS ? found.get(View.ROWS - 1).code : null,
                            UUID.randomUUID().toString())));
        });
    }

    /** Nothing may be put there or reserved from there. */
    @POST
    @Path("/{warehouse}/{location}/lock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> lock(String warehouse, String location) {
        return locked(warehouse, location, true);
    }

    @POST
    @Path("/{warehouse}/{location}/unlock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> unlock(String warehouse, String location) {
        return locked(warehouse, location, false);
    }

    private Uni<Response> locked(String warehouse, String location, boolean locked) {
        return Panache.withTransaction(() -> house(warehouse)
                        .chain(house -> Location.named(house.id(), location))
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", location))
                        .invoke(place -> place.locked = locked))
                .map(done -> Response.seeOther(URI.create("/admin/places?warehouse=" + View.encoded(warehouse)
                                + "&after=" + View.encoded(before(location))))
                        .build());
    }

    /** So that the page that follows begins with the place. */
    private static String before(String code) {
        return code.substring(0, code.length() - 1);
    }

    @POST
    @Path("/{warehouse}/{location}/label")
    @Needs(Capability.PRINT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> label(String warehouse, String location, @RestForm @Nullable String id) {
        Actor actor = frame.actor();
        String language = frame.language().getLanguage();
        return desk.request(
                        warehouse,
                        LabelRequest.payload(
                                "LOCATION",
                                new JsonObject().put("location", location),
                                1,
                                null,
                                actor.device(),
                                language,
                                actor.name()),
                        commands.of(
                                actor,
                                id,
                                "/admin/places/" + warehouse + "/" + location + "/label",
                                Map.of(),
                                language),
                        actor)
                .map(done -> Response.seeOther(
                                URI.create("/print-jobs/" + done.jobs().get(0).id()))
                        .build());
    }

    /** Ends with UNKNOWN_WAREHOUSE. */
    private Uni<Warehouse> house(String code) {
        frame.actor().scope().requireWarehouse(code);
        return Warehouse.named(code)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
