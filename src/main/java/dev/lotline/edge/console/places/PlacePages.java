package dev.lotline.edge.console.places;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.FormCommands;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.LabelRequest;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.sheets.Sheet;
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
import org.jboss.resteasy.reactive.RestMulti;
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
    private final Exports exports;
    private final PrintDesk desk;
    private final FormCommands commands;
    private final Frame frame;

    PlacePages(ChoiceSql choices, Exports exports, PrintDesk desk, FormCommands commands, Frame frame) {
        this.choices = choices;
        this.exports = exports;
        this.desk = desk;
        this.commands = commands;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance places(Frame frame, String warehouse, Listing list, Choices choices);

        static native TemplateInstance placeActs(Frame frame, Location row, String at, String id);
    }

    static TemplateInstance acts(Frame frame, Asked asked, Location row) {
        String at = "/admin/places/" + View.encoded(Frame.text(asked.one(PlaceTable.WAREHOUSE))) + "/"
                + View.encoded(row.code);
        return Templates.placeActs(frame, row, at, UUID.randomUUID().toString());
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked given = PlaceTable.TABLE.asked(uri);
        return choices.choices(frame.actor().scope()).chain(there -> {
            String code = warehouse(given, there);
            Asked asked = given.fixed(PlaceTable.WAREHOUSE, code);
            return PlaceTable.TABLE
                    .page(asked, () -> page(code, asked.after(), View.ROWS + 1), most -> page(code, "", most))
                    .chain(found -> frame.show(
                            Templates.places(frame, code, PlaceTable.TABLE.shown(frame, asked, found), there)));
        });
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        return file(Sheet.CSV, uri);
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        return file(Sheet.XLSX, uri);
    }

    private RestMulti<byte[]> file(String type, UriInfo uri) {
        Asked asked = PlaceTable.TABLE.asked(uri);
        String code = asked.one(PlaceTable.WAREHOUSE);
        if (code == null) {
            throw Refusal.invalid(PlaceTable.WAREHOUSE, "is required");
        }
        frame.actor().scope().requireWarehouse(code);
        return exports.whole(type, PlaceTable.TABLE, asked, code, most -> page(code, "", most));
    }

    /** The first one when none is asked for; empty where there is none. */
    private static String warehouse(Asked asked, Choices there) {
        String code = asked.one(PlaceTable.WAREHOUSE);
        return code != null
                ? code
                : there.warehouses().isEmpty() ? "" : there.warehouses().get(0).code();
    }

    private Uni<List<Location>> page(String warehouse, String after, int most) {
        return Panache.withSession(
                () -> house(warehouse).chain(house -> Location.page(house.id(), LocationType.REAL, after, most)));
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
