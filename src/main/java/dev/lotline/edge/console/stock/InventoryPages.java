package dev.lotline.edge.console.stock;

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
import dev.lotline.stock.position.PositionSql;
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

/** The inventory of an owner item by item, and an item lot by lot: the figures of {@code GET /api/v1/…/inventory}. */
@Path("/inventory")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
public final class InventoryPages {
    private final Items items;
    private final Lots lots;
    private final ChoiceSql house;
    private final Exports exports;
    private final Frame frame;

    InventoryPages(Items items, Lots lots, ChoiceSql house, Exports exports, Frame frame) {
        this.items = items;
        this.lots = lots;
        this.house = house;
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance inventory(Frame frame, House house, Listing list);

        static native TemplateInstance breakdown(Frame frame, House house, Breakdown item, Listing list);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = StockTables.ITEMS.asked(uri);
        return house(asked.one(StockTables.OWNER), asked).chain(chosen -> {
            Uni<List<ItemRow>> rows = chosen.owner() == null
                    ? Uni.createFrom().item(List.of())
                    : items.page(chosen.owner(), asked, scope(), View.ROWS + 1);
            Asked fixed = asked.fixed(StockTables.OWNER, chosen.owner());
            return rows.chain(found -> frame.show(Templates.inventory(
                    frame, chosen, StockTables.ITEMS.shown(frame, fixed, found).live(InventoryTopic.NAME, fixed))));
        });
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        Asked asked = StockTables.ITEMS.asked(uri);
        return exports.file(Sheet.CSV, StockTables.ITEMS, asked, asked.one(StockTables.WAREHOUSE), all(asked));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        Asked asked = StockTables.ITEMS.asked(uri);
        return exports.file(Sheet.XLSX, StockTables.ITEMS, asked, asked.one(StockTables.WAREHOUSE), all(asked));
    }

    /** Of the owner that is named: a file does not choose one. */
    private Supplier<Multi<List<ItemRow>>> all(Asked asked) {
        String owner = asked.one(StockTables.OWNER);
        if (owner == null) {
            throw Refusal.invalid(StockTables.OWNER, "is required");
        }
        Scope scope = PositionSql.narrowed(scope(), owner, asked.one(StockTables.WAREHOUSE));
        return () -> items.all(owner, asked, scope);
    }

    @GET
    @Path("/{owner}/{sku}/lots")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> lots(String owner, String sku, UriInfo uri) {
        Asked asked = StockTables.BREAKDOWN.asked(uri);
        return house(owner, asked)
                .chain(chosen -> lots.of(owner, sku, chosen, asked.on(StockTables.ZERO), mayFees(), scope())
                        .chain(item -> frame.show(Templates.breakdown(frame, chosen, item, item.shown(frame, asked)))));
    }

    @GET
    @Path("/{owner}/{sku}/lots")
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> lotsCsv(String owner, String sku, UriInfo uri) {
        return lots(Sheet.CSV, owner, sku, uri);
    }

    @GET
    @Path("/{owner}/{sku}/lots")
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> lotsXlsx(String owner, String sku, UriInfo uri) {
        return lots(Sheet.XLSX, owner, sku, uri);
    }

    private RestMulti<byte[]> lots(String type, String owner, String sku, UriInfo uri) {
        Asked asked = StockTables.BREAKDOWN.asked(uri);
        Scope scope = scope();
        boolean empty = asked.on(StockTables.ZERO);
        boolean fees = mayFees();
        Uni<House> chosen = house(owner, asked);
        return exports.whole(
                type,
                StockTables.BREAKDOWN,
                asked,
                asked.one(StockTables.WAREHOUSE),
                most -> chosen.chain(there -> lots.of(owner, sku, there, empty, fees, scope))
                        .map(Breakdown::rows));
    }

    private boolean mayFees() {
        return frame.may(Capability.FEE_READ.name());
    }

    private Uni<House> house(@Nullable String owner, Asked asked) {
        String warehouse = asked.one(StockTables.WAREHOUSE);
        if (owner != null) {
            PositionSql.narrowed(scope(), owner, warehouse);
        } else if (warehouse != null) {
            scope().requireWarehouse(warehouse);
        }
        return house.choices(scope()).map(choices -> House.of(choices, owner, warehouse));
    }

    private Scope scope() {
        return frame.actor().scope();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
