package dev.lotline.edge.console.views;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.sheets.Sheet;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** One's own views: saved from any list, found again here, forgotten. */
@Path("/views")
@ConsolePage
@Needs(Capability.STOCK_READ)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class ViewPages {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_ADDRESS = 2_000;

    /** A list of this house and what it was asked; nothing that a browser would take for another house. */
    private static final String ADDRESS = "/([a-z-]+(/[^/\\\\?#\\s]+)*)?([?][^\\\\#\\s]*)?";

    private static final Table<SavedView> TABLE = Table.of("views", SavedView::id)
            .cursor(SavedView::name)
            .sortedHere()
            .columns(
                    Column.text("name", words(ViewWords::name), SavedView::name).link(SavedView::address),
                    Column.text("address", words(ViewWords::address), SavedView::address)
                            .look(row -> "name"),
                    Column.text("savedAt", words(ViewWords::saved_at), SavedView::savedAt),
                    Column.acts((frame, asked, row) -> Templates.viewActs(frame, row)));

    private final SavedViewSql sql;
    private final Exports exports;
    private final Frame frame;

    ViewPages(SavedViewSql sql, Exports exports, Frame frame) {
        this.sql = sql;
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance views(Frame frame, Listing list);

        static native TemplateInstance viewActs(Frame frame, SavedView row);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = TABLE.asked(uri);
        return TABLE.page(asked, () -> views(asked.after(), View.ROWS + 1), most -> views("", most))
                .chain(found -> frame.show(Templates.views(frame, TABLE.shown(frame, asked, found))));
    }

    private Uni<List<SavedView>> views(String after, int most) {
        return sql.page(frame.actor().name(), after, most);
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(UriInfo uri) {
        return exports.whole(Sheet.CSV, TABLE, TABLE.asked(uri), null, most -> views("", most));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(UriInfo uri) {
        return exports.whole(Sheet.XLSX, TABLE, TABLE.asked(uri), null, most -> views("", most));
    }

    /** From any list; a name that is there means this address from now on. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> save(@RestForm @Nullable String name, @RestForm @Nullable String address) {
        String called = Frame.text(name);
        String to = Frame.text(address);
        new FieldCheck()
                .that(!called.isEmpty(), "name", "is required")
                .text("name", called, LONGEST_NAME)
                .that(
                        to.length() <= LONGEST_ADDRESS && to.matches(ADDRESS),
                        "address",
                        "must be of a list of this console")
                .done();
        return sql.save(frame.actor().name(), called, to).map(saved -> {
            if (!saved) {
                throw Refusal.invalid("name", "is one more than " + SavedViewSql.MOST + " views: forget some first");
            }
            return back();
        });
    }

    @POST
    @Path("/{view}/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> forget(long view) {
        return sql.forget(frame.actor().name(), view).map(there -> {
            if (!there) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            return back();
        });
    }

    private static Response back() {
        return Response.seeOther(URI.create("/views")).build();
    }

    private static Text words(Function<ViewWords, String> message) {
        return Text.of(ViewWords.class, message);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
