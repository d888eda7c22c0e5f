package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.ConsolePage;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Text;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.stock.catalog.Owner;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Owners, made and renamed. */
@Path("/admin/owners")
@ConsolePage
@Needs(Capability.CATALOG_WRITE)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class OwnerPages {
    private final Exports exports;
    private final Frame frame;

    OwnerPages(Exports exports, Frame frame) {
        this.exports = exports;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance owners(Frame frame, Listing list);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = AdminTables.OWNERS.asked(uri);
        return AdminTables.OWNERS
                .page(asked, () -> owners(asked.after(), View.ROWS + 1), most -> owners("", most))
                .chain(found -> frame.show(Templates.owners(frame, AdminTables.OWNERS.shown(frame, asked, found))));
    }

    private Uni<List<Owner>> owners(String after, int most) {
        return Panache.withSession(() -> Owner.page(frame.actor().scope().owners(), after, most));
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
        Asked asked = AdminTables.OWNERS.asked(uri);
        return exports.whole(type, AdminTables.OWNERS, asked, null, most -> owners("", most));
    }

    /** A new one, or another name for one that is there. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> put(
            @RestForm @Nullable String owner, @RestForm @Nullable String name, @RestForm @Nullable String kind) {
        String code = Frame.text(owner);
        String called = Frame.text(name);
        Owner.Kind as = Arrays.stream(Owner.Kind.values())
                .filter(each -> each.name().equals(Frame.text(kind)))
                .findFirst()
                .orElse(null);
        new FieldCheck()
                .code("owner", code)
                .text("name", called, Text.NAME)
                .that(as != null, "kind", "must be MANUFACTURER or CUSTOMER")
                .done();
        frame.actor().scope().requireOwner(code);
        return Panache.withTransaction(() -> Owner.named(code).chain(present -> {
                    Owner stored = present == null ? new Owner() : present;
                    stored.code = code;
                    stored.name = called;
                    stored.kind = Objects.requireNonNull(as);
                    return stored.<Owner>persist();
                }))
                .replaceWith(
                        () -> Response.seeOther(URI.create("/admin/owners")).build());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
