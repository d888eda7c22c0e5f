package dev.lotline.edge.console.expiry;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.choice.ChoiceSql;
import dev.lotline.edge.console.shell.choice.House;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.shelflife.ShelfDaySql;
import dev.lotline.operations.shelflife.ShelfDaySql.Bands;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Lots by their dates in one warehouse, whose business date counts; the first one where none is named. */
@Path("/expiry")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
public final class ExpiryPages {
    private final Expiring expiring;
    private final ShelfDaySql days;
    private final ChoiceSql house;
    private final Exports exports;
    private final Frame frame;

    ExpiryPages(Expiring expiring, ShelfDaySql days, ChoiceSql house, Exports exports, Frame frame) {
        this.expiring = expiring;
        this.days = days;
        this.house = house;
        this.exports = exports;
        this.frame = frame;
    }

    /** A band as the page shows it. */
    public record Band(String units, String address, boolean active) {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance expiry(Frame frame, House house, List<Band> bands, Listing list);

        static native TemplateInstance expiryCalendar(Frame frame, House house, Calendar calendar);

        static native TemplateInstance expiryNowhere(Frame frame);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = ExpiryRow.TABLE.asked(uri);
        Expiring.window(asked);
        return house(asked.one(ExpiryRow.OWNER), asked.one(ExpiryRow.WAREHOUSE))
                .chain(chosen -> chosen.owner() == null || chosen.warehouse() == null
                        ? frame.show(Templates.expiryNowhere(frame))
                        : list(asked, chosen, chosen.owner(), chosen.warehouse()));
    }

    private Uni<RestResponse<String>> list(Asked asked, House chosen, String owner, String warehouse) {
        Asked fixed = asked.fixed(ExpiryRow.OWNER, owner).fixed(ExpiryRow.WAREHOUSE, warehouse);
        return Uni.combine()
                .all()
                .unis(days.bands(owner, warehouse), expiring.page(owner, warehouse, asked))
                .asTuple()
                .chain(both -> frame.show(Templates.expiry(
                        frame,
                        chosen,
                        bands(both.getItem1(), fixed),
                        ExpiryRow.TABLE.shown(frame, fixed, both.getItem2()))));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        Asked asked = ExpiryRow.TABLE.asked(uri);
        return exports.file(Sheet.CSV, ExpiryRow.TABLE, asked, asked.one(ExpiryRow.WAREHOUSE), all(asked));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        Asked asked = ExpiryRow.TABLE.asked(uri);
        return exports.file(Sheet.XLSX, ExpiryRow.TABLE, asked, asked.one(ExpiryRow.WAREHOUSE), all(asked));
    }

    /** The year ahead. */
    @GET
    @Path("/calendar")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> calendar(UriInfo uri) {
        View.of(uri, ExpiryRow.OWNER, ExpiryRow.WAREHOUSE);
        return house(
                        View.given(uri.getQueryParameters().getFirst(ExpiryRow.OWNER)),
                        View.given(uri.getQueryParameters().getFirst(ExpiryRow.WAREHOUSE)))
                .chain(chosen -> chosen.owner() == null || chosen.warehouse() == null
                        ? frame.show(Templates.expiryNowhere(frame))
                        : days.days(chosen.owner(), chosen.warehouse())
                                .chain(year -> frame.show(
                                        Templates.expiryCalendar(frame, chosen, Calendar.of(year, chosen.today())))));
    }

    private Supplier<Multi<List<ExpiryRow>>> all(Asked asked) {
        String owner = asked.one(ExpiryRow.OWNER);
        String warehouse = asked.one(ExpiryRow.WAREHOUSE);
        if (owner == null || warehouse == null) {
            throw Refusal.invalid(owner == null ? ExpiryRow.OWNER : ExpiryRow.WAREHOUSE, "is required");
        }
        narrowed(owner, warehouse);
        Expiring.window(asked);
        return () -> expiring.all(owner, warehouse, asked);
    }

    private Uni<House> house(@Nullable String owner, @Nullable String warehouse) {
        narrowed(owner, warehouse);
        return house.choices(frame.actor().scope()).map(choices -> {
            House chosen = House.of(choices, owner, warehouse);
            return chosen.warehouse() != null || chosen.warehouses().isEmpty()
                    ? chosen
                    : House.of(choices, owner, chosen.warehouses().get(0).code());
        });
    }

    private void narrowed(@Nullable String owner, @Nullable String warehouse) {
        Scope scope = frame.actor().scope();
        if (owner != null) {
            scope.requireOwner(owner);
        }
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
    }

    private static List<Band> bands(Bands bands, Asked asked) {
        String now = asked.one(ExpiryRow.BAND);
        String active = now == null ? "90" : now;
        return List.of(
                new Band(View.plain(bands.expired()), asked.with(ExpiryRow.BAND, "expired"), active.equals("expired")),
                new Band(View.plain(bands.below()), asked.with(ExpiryRow.BAND, "short"), active.equals("short")),
                new Band(View.plain(bands.soon()), asked.with(ExpiryRow.BAND, "30"), active.equals("30")),
                new Band(View.plain(bands.later()), asked.with(ExpiryRow.BAND, "90"), active.equals("90")));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
