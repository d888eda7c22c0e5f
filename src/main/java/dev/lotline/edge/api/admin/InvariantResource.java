package dev.lotline.edge.api.admin;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.stock.ledger.invariant.Invariant;
import dev.lotline.stock.ledger.invariant.Invariants;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Whether the books hold, as the last run found them or as they are now. */
@Path("/api/v1/admin/invariants")
@Needs(Capability.LEDGER_CHECK)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class InvariantResource {
    private final Invariants invariants;

    InvariantResource(Invariants invariants) {
        this.invariants = invariants;
    }

    @GET
    @Operation(
            summary = "Invariants, as last checked",
            description = "How many violations each has, with up to 20 of them. Runs them when they never ran here.")
    public Uni<List<Invariant>> last() {
        return invariants.last();
    }

    @POST
    @Operation(summary = "Check the invariants now", description = "All on one snapshot that is taken after the call.")
    public Uni<List<Invariant>> run() {
        return invariants.run();
    }
}
