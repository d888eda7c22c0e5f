package dev.lotline.edge.console.audit;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.ledger.invariant.Invariant;
import dev.lotline.stock.ledger.invariant.Invariants;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whether the books hold: what the last run found, and another run. */
@Path("/invariants")
@ConsolePage
@Needs(Capability.LEDGER_CHECK)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class InvariantPages {
    private final Invariants invariants;
    private final Exports exports;
    private final Frame frame;

    InvariantPages(Invariants invariants, Exports exports, Frame frame) {
        this.exports = exports;
        this.invariants = invariants;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invariants(Frame frame, List<Invariant> known, Listing list);

        static native TemplateInstance invariantSays(Frame frame, Invariant row);
    }

    /** Asks nothing of the books: a page is read, a run is ordered. */
    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> last(UriInfo uri) {
        Asked asked = AuditTables.INVARIANTS.asked(uri);
        List<Invariant> known = invariants.known();
        return frame.show(Templates.invariants(
                frame, known, AuditTables.INVARIANTS.shown(frame, asked, AuditTables.INVARIANTS.within(asked, known))));
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
        Asked asked = AuditTables.INVARIANTS.asked(uri);
        return exports.file(
                type,
                AuditTables.INVARIANTS,
                asked,
                null,
                () -> Multi.createFrom().item(invariants.known()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> run() {
        return invariants
                .run()
                .map(done -> Response.seeOther(URI.create("/invariants")).build());
    }

    /** In pages: how many do not hold. */
    @TemplateExtension
    static long broken(List<Invariant> list) {
        return list.stream().filter(each -> each.violations() > 0).count();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
