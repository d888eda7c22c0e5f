package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionRow;
import dev.lotline.stock.position.PositionSql;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The inventory of an owner item by item, and an item lot by lot: the figures of {@code GET /api/v1/…/inventory}. */
@Path("/inventory")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class InventoryPages {
    private static final int ROWS = 50;

    private final PositionSql positions;
    private final HouseSql house;
    private final Frame frame;

    InventoryPages(PositionSql positions, HouseSql house, Frame frame) {
        this.positions = positions;
        this.house = house;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance inventory(
                Frame frame, House house, List<Breakdown> items, @Nullable String next);

        static native TemplateInstance breakdown(Frame frame, House house, Breakdown item);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(
            @RestQuery @Nullable String owner,
            @RestQuery @Nullable String warehouse,
            @RestQuery @Nullable String after,
            UriInfo uri) {
        View.of(uri, "owner", "warehouse", "after");
        Scope scope = frame.actor().scope();
        String place = View.given(warehouse);
        return house.choices(scope)
                .map(choices -> House.of(choices, owner, place))
                .chain(chosen -> chosen.owner() == null
                        ? frame.show(Templates.inventory(frame, chosen, List.of(), null))
                        : rows(chosen, after == null ? "" : after, scope)
                                .chain(rows -> frame.show(list(chosen, rows))));
    }

    private Uni<List<PositionRow>> rows(House chosen, String after, Scope scope) {
        String owner = String.valueOf(chosen.owner());
        PositionSql.narrowed(scope, owner, chosen.warehouse());
        return positions
                .list(owner, null, chosen.warehouse(), null, scope, after, ROWS + 1)
                .call(rows -> rows.isEmpty()
                        ? positions.refuseUnknown(owner, chosen.warehouse())
                        : Uni.createFrom().voidItem());
    }

    private TemplateInstance list(House chosen, List<PositionRow> rows) {
        List<Breakdown> shown = rows.stream()
                .limit(ROWS)
                .map(row -> Breakdown.of(row, chosen.today()))
                .toList();
        return Templates.inventory(
                frame, chosen, shown, rows.size() > ROWS ? shown.get(ROWS - 1).sku() : null);
    }

    @GET
    @Path("/{owner}/{sku}/lots")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> lots(
            String owner, String sku, @RestQuery @Nullable String warehouse, UriInfo uri) {
        View.of(uri, "warehouse");
        Scope scope = frame.actor().scope();
        String place = View.given(warehouse);
        PositionSql.narrowed(scope, owner, place);
        return house.choices(scope)
                .chain(choices -> positions.item(owner, sku, place, scope).chain(rows -> {
                    if (rows.isEmpty() || place != null && !rows.get(0).warehouseKnown()) {
                        throw Refusal.of(RefusalCode.NOT_FOUND);
                    }
                    House chosen = House.of(choices, owner, place);
                    return frame.show(Templates.breakdown(frame, chosen, Breakdown.of(rows.get(0), chosen.today())));
                }));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
