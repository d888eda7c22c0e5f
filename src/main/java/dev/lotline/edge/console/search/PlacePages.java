package dev.lotline.edge.console.search;

import dev.lotline.edge.console.search.PlaceSql.Content;
import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.sheets.Sheet;
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
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A place, or with {@code plate=1} a plate, and what stands there: of any owner, so for people of the house alone. */
@Path("/places/{warehouse}/{code}")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
public final class PlacePages {
    private static final String PLATE = "plate";
    private static final Table<Content> CONTENT = Table.of("content", Content::id)
            .parameters(PLATE)
            .sortedHere()
            .columns(
                    Column.text("sku", Text.of(Words.class, Words::sku), Content::sku)
                            .link(row -> "/inventory/" + View.encoded(row.owner()) + "/" + View.encoded(row.sku())
                                    + "/lots"),
                    Column.text("name", Text.of(Words.class, Words::item), Content::name)
                            .look(row -> "name"),
                    Column.text("owner", Text.of(Words.class, Words::owner), Content::owner),
                    Column.text("lot", Text.of(Words.class, Words::lot), Content::lotNumber)
                            .link(row -> row.lotId() == null ? null : "/lots/" + row.lotId()),
                    Column.date("expires", Text.of(Words.class, Words::expires), Content::expiration),
                    Column.text("state", Text.of(Words.class, Words::state), Content::state),
                    Column.units("units", Text.of(Words.class, Words::units), Content::quantity));

    private final PlaceSql sql;
    private final Exports exports;
    private final Frame frame;

    PlacePages(PlaceSql sql, Exports exports, Frame frame) {
        this.sql = sql;
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance place(Frame frame, String warehouse, String code, Listing list);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> page(String warehouse, String code, UriInfo uri) {
        Asked asked = CONTENT.asked(uri);
        return content(asked, warehouse, code, PlaceSql.MOST)
                .chain(rows -> frame.show(Templates.place(
                        frame, warehouse, code, CONTENT.shown(frame, asked, CONTENT.within(asked, rows)))));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(String warehouse, String code, UriInfo uri) {
        return file(Sheet.CSV, warehouse, code, uri);
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(String warehouse, String code, UriInfo uri) {
        return file(Sheet.XLSX, warehouse, code, uri);
    }

    private RestMulti<byte[]> file(String type, String warehouse, String code, UriInfo uri) {
        Asked asked = CONTENT.asked(uri);
        return exports.whole(type, CONTENT, asked, warehouse, most -> content(asked, warehouse, code, most));
    }

    private Uni<List<Content>> content(Asked asked, String warehouse, String code, int most) {
        Scope scope = frame.actor().scope();
        scope.requireWarehouse(warehouse);
        if (scope.owners() != null) {
            throw Refusal.of(RefusalCode.NOT_FOUND);
        }
        return sql.content(asked.on(PLATE), warehouse, code, most)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.NOT_FOUND));
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
