package dev.lotline.edge.api.billing;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.fees.Statement;
import dev.lotline.operations.billing.fees.Statements;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Statements of an owner. */
@Path("/api/v1/owners/{owner}/storage-statements")
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class StatementResource {
    private final Statements statements;
    private final SecurityIdentity identity;

    StatementResource(Statements statements, SecurityIdentity identity) {
        this.statements = statements;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List storage statements",
            description = "By number; query: limit (1 to 500, else 50), cursor.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    public Uni<RestResponse<Page<Statement>>> list(String owner, UriInfo uri) {
        Paging paging = Paging.of(uri);
        return statements
                .list(owner, paging.afterText(), actor().scope(), paging.fetch())
                .map(rows -> paging.page(rows, Statement::number));
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "Read a storage statement", description = "Its sums, adjustments and corrections.")
    @APIResponse(responseCode = "200", description = "The statement.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_DOCUMENT.")
    public Uni<Statement> get(String owner, String number) {
        return statements.get(owner, number, actor().scope());
    }

    @GET
    @Path("/{number}/lines")
    @Operation(summary = "List lines of a storage statement", description = "Query: limit (1 to 500, else 50), cursor.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_DOCUMENT.")
    public Uni<RestResponse<Page<Statement.Line>>> lines(String owner, String number, UriInfo uri) {
        Paging paging = Paging.of(uri);
        long after = paging.afterNumber();
        return statements
                .get(owner, number, actor().scope())
                .chain(() -> statements.lines(number, after, paging.fetch()))
                .map(rows -> paging.page(rows, line -> String.valueOf(line.n())));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
