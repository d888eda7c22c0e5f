package dev.lotline.edge.console.admin;

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
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.location.Warehouse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Warehouses and their policies: what is still counted, what needs a second person, what a pick proves. */
@Path("/admin/policies")
@ConsolePage
@Needs(Capability.CATALOG_WRITE)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class PolicyPages {
    private final PasswordAgain again;
    private final Exports exports;
    private final Frame frame;

    PolicyPages(PasswordAgain again, Exports exports, Frame frame) {
        this.exports = exports;
        this.again = again;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance policies(Frame frame, Listing list, List<Warehouse> houses);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = AdminTables.POLICIES.asked(uri);
        return AdminTables.POLICIES
                .page(asked, () -> houses(asked.after(), View.ROWS + 1), most -> houses("", most))
                .chain(found -> frame.show(Templates.policies(
                        frame,
                        AdminTables.POLICIES.shown(frame, asked, found),
                        found.stream().limit(View.ROWS).toList())));
    }

    private Uni<List<Warehouse>> houses(String after, int most) {
        return Panache.withSession(() -> Warehouse.page(frame.actor().scope().warehouses(), after, most));
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
        Asked asked = AdminTables.POLICIES.asked(uri);
        return exports.whole(type, AdminTables.POLICIES, asked, null, most -> houses("", most));
    }

    /** Asks for the password: with these thresholds one person could do what two should. */
    @POST
    @Path("/{warehouse}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> save(String warehouse, @BeanParam PolicyForm form, @RestForm @Nullable String own) {
        frame.actor().scope().requireWarehouse(warehouse);
        return again.confirm(own)
                .chain(() -> Panache.withTransaction(() -> Warehouse.named(warehouse)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse))
                        .invoke(form::into)))
                .map(done -> Response.seeOther(URI.create("/admin/policies")).build());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
