package dev.lotline.edge.console.lot;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.tracing.TraceEvent;
import dev.lotline.operations.tracing.Tracing;
import dev.lotline.operations.tracing.Tracing.Trace;
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

/** One up, one down: where the units of a lot came from, and who got them; as a file under the names of FSMA 204. */
@Path("/lots/{id}/trace")
@ConsolePage
@Needs(Capability.TRACE)
@Cancellable(false)
public final class TracePage {
    private final LotSql lots;
    private final Tracing tracing;
    private final Exports exports;
    private final Frame frame;

    TracePage(LotSql lots, Tracing tracing, Exports exports, Frame frame) {
        this.lots = lots;
        this.tracing = tracing;
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trace(Frame frame, Lot lot, Listing list);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> page(long id, UriInfo uri) {
        Asked asked = TraceTable.TABLE.asked(uri);
        return lot(id, frame.actor().scope())
                .chain(lot -> trace(lot, frame.actor().scope())
                        .chain(trace -> TraceTable.TABLE.page(
                                asked,
                                () -> trace.events(asked.afterId() == 0 ? 0 : id, asked.afterId(), View.ROWS + 1),
                                most -> trace.events(0, 0, most)))
                        .chain(events ->
                                frame.show(Templates.trace(frame, lot, TraceTable.TABLE.shown(frame, asked, events)))));
    }

    @GET
    @Produces(Sheet.CSV + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> csv(long id, UriInfo uri) {
        return exports.file(Sheet.CSV, TraceTable.TABLE, TraceTable.TABLE.asked(uri), null, all(id));
    }

    @GET
    @Produces(Sheet.XLSX + Sheet.IF_ASKED)
    @Operation(hidden = true)
    public RestMulti<byte[]> xlsx(long id, UriInfo uri) {
        return exports.file(Sheet.XLSX, TraceTable.TABLE, TraceTable.TABLE.asked(uri), null, all(id));
    }

    private Supplier<Multi<List<TraceEvent>>> all(long id) {
        Scope scope = frame.actor().scope();
        return () -> lot(id, scope).chain(lot -> trace(lot, scope)).onItem().transformToMulti(Trace::all);
    }

    private Uni<Lot> lot(long id, Scope scope) {
        return lots.lot(id, scope).onItem().ifNull().failWith(() -> Refusal.of(RefusalCode.NOT_FOUND));
    }

    private Uni<Trace> trace(Lot lot, Scope scope) {
        return tracing.lot(lot.owner(), lot.sku(), String.valueOf(lot.id()), scope);
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
