package dev.lotline.edge.api.billing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.savings.Saving;
import dev.lotline.operations.billing.savings.Savings;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What would cost less. */
@Path("/api/v1/owners/{owner}/storage-fees/savings")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class SavingResource {
    private final Savings savings;
    private final SecurityIdentity identity;

    SavingResource(Savings savings, SecurityIdentity identity) {
        this.savings = savings;
        this.identity = identity;
    }

    @Schema(name = "StorageSavings")
    public record Found(
            @Schema(description = "The largest first, at most 100.")
            List<Saving> savings) {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    @GET
    @Needs(Capability.FEE_READ)
    @Operation(
            summary = "Savings of storage fees",
            description =
                    "Estimates for the month that runs: a lot in fewer places, lots of an item in common places (told"
                            + " also where the item keeps lots apart), lots of a month sent as one, a lot that left today. Query:"
                            + " warehouse.")
    @APIResponse(responseCode = "200", description = "What would cost less.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    public Uni<Found> savings(String owner, @RestQuery @Nullable String warehouse) {
        new Violations().required("warehouse", warehouse).refuse();
        return savings.of(owner, String.valueOf(warehouse), ((Actor) identity.getPrincipal()).scope())
                .map(Found::new);
    }
}
