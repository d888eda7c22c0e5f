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
import dev.lotline.kernel.Role;
import dev.lotline.operations.access.CredentialRules;
import dev.lotline.operations.access.CredentialView;
import dev.lotline.operations.access.Credentials;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Keys of devices, integrations and merchants: made, shown once, revoked. */
@Path("/admin/keys")
@ConsolePage
@Needs(Capability.KEY_ADMIN)
@Cancellable(false)
@Produces(MediaType.TEXT_HTML)
public final class KeyPages {
    private static final List<Role> ROLES =
            List.of(Role.DEVICE, Role.INTEGRATION, Role.MERCHANT, Role.SUPERVISOR, Role.BILLING);

    private final Credentials credentials;
    private final PasswordAgain again;
    private final Exports exports;
    private final Frame frame;

    KeyPages(Credentials credentials, PasswordAgain again, Exports exports, Frame frame) {
        this.exports = exports;
        this.credentials = credentials;
        this.again = again;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance keys(Frame frame, Listing list, List<Role> roles);

        static native TemplateInstance keyActs(Frame frame, CredentialView row);

        static native TemplateInstance newKey(Frame frame, String name, String token);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(UriInfo uri) {
        Asked asked = AdminTables.KEYS.asked(uri);
        return AdminTables.KEYS
                .page(asked, () -> credentials.page(asked.after(), View.ROWS + 1), most -> credentials.page("", most))
                .chain(found -> frame.show(Templates.keys(frame, AdminTables.KEYS.shown(frame, asked, found), ROLES)));
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
        Asked asked = AdminTables.KEYS.asked(uri);
        return exports.whole(type, AdminTables.KEYS, asked, null, most -> credentials.page("", most));
    }

    /** The only answer that ever shows it, and nobody keeps that. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> make(
            @RestForm @Nullable String name,
            @RestForm @Nullable String role,
            @RestForm @Nullable String owners,
            @RestForm @Nullable String warehouses,
            @RestForm @Nullable String own) {
        String called = Frame.text(name);
        Role as = Codes.role(role);
        if (!ROLES.contains(as)) {
            throw Refusal.invalid("role", "must be one of " + ROLES);
        }
        List<String> ofOwners = Codes.list(owners);
        List<String> inWarehouses = Codes.list(warehouses);
        CredentialRules.check(called, as, ofOwners, inWarehouses);
        return again.confirm(own)
                .chain(() -> credentials.make(called, as, ofOwners, inWarehouses))
                .chain(made -> frame.show(
                        Templates.newKey(frame, made.name(), made.token().text()), RestResponse.Status.CREATED));
    }

    @POST
    @Path("/{name}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> revoke(String name, @RestForm @Nullable String own) {
        return again.confirm(own)
                .chain(() -> credentials.revoke(name, null))
                .replaceWith(() -> Response.seeOther(URI.create("/admin/keys")).build());
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Refusal refusal) {
        return frame.refused(refusal);
    }
}
