package dev.lotline.edge.api.admin;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Role;
import dev.lotline.operations.access.CredentialView;
import dev.lotline.operations.access.Credentials;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Credentials of devices, integrations, merchants and supervisors: made, listed, revoked. */
@Path("/api/v1/admin/credentials")
@Needs(Capability.KEY_ADMIN)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class CredentialResource {
    private final Credentials credentials;

    CredentialResource(Credentials credentials) {
        this.credentials = credentials;
    }

    /** A credential that was just made; the only time its token is shown. */
    public record Made(String name, Role role, String token) {}

    /** Ends with VALIDATION_FAILED, REFERENCE_REUSED (the name was used before, by a revoked one too). */
    @POST
    @Operation(
            summary = "Make a credential",
            description = "The answer shows its token once; only a hash is kept. Send it as `Authorization: Bearer`.")
    @APIResponse(responseCode = "201", description = "Made.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: the name was used before.")
    public Uni<Response> make(@Nullable NewCredential body) {
        NewCredential asked = Violations.body(body);
        asked.check();
        Role role = asked.role() == null ? Role.MERCHANT : asked.role();
        return credentials
                .make(String.valueOf(asked.name()), role, asked.owners(), asked.warehouses())
                .map(made -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(new Made(made.name(), made.role(), made.token().text()))
                        .build());
    }

    /** By name, revoked ones too. */
    @GET
    @Operation(summary = "List credentials", description = "By name, revoked ones too, never a token.")
    public Uni<RestResponse<Page<CredentialView>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return credentials
                .page(paging.afterText(), paging.fetch())
                .map(rows -> paging.page(rows, CredentialView::name, Function.identity()));
    }

    /** Counts everywhere within one second. Ends with NOT_FOUND. */
    @DELETE
    @Path("/{name}")
    @Operation(
            summary = "Revoke a credential",
            description = "Within one second everywhere; twice is the same as once.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Uni<Void> revoke(String name) {
        return credentials.revoke(name, null);
    }
}
