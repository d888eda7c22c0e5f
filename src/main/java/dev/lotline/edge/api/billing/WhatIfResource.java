package dev.lotline.edge.api.billing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.whatif.Action;
import dev.lotline.operations.billing.whatif.Difference;
import dev.lotline.operations.billing.whatif.Outlook;
import dev.lotline.operations.billing.whatif.Outlooks;
import dev.lotline.operations.billing.whatif.WhatIf;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What a month will come to, and what it would if something were done. */
@Path("/api/v1/owners/{owner}/storage-fees")
@Needs(Capability.FEE_READ)
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class WhatIfResource {
    private final WhatIf whatIf;
    private final Outlooks outlooks;
    private final SecurityIdentity identity;

    WhatIfResource(WhatIf whatIf, Outlooks outlooks, SecurityIdentity identity) {
        this.whatIf = whatIf;
        this.outlooks = outlooks;
        this.identity = identity;
    }

    @Schema(name = "StorageWhatIf")
    public record Asked(
            @Schema(required = true) @Nullable String warehouse,

            @Schema(required = true, description = "1 to 50, done one after the other; at most one PLAN.") @Nullable
            List<Action> actions) {}

    /** Ends with VALIDATION_FAILED and the codes below. */
    @POST
    @Path("/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What if something were done about storage",
            description =
                    "The month that runs, as it is and as it would be: goods shipped, disposed of, received, moved or"
                            + " brought together, another plan or another version (a draft too). An estimate; nothing is stored.")
    @APIResponse(responseCode = "200", description = "The total before and after, and the difference by lot.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_PLAN.")
    @APIResponse(responseCode = "409", description = "CURRENCY_MIXED.")
    @APIResponse(responseCode = "422", description = "PLAN_NOT_ASSIGNED.")
    public Uni<Difference> whatIf(String owner, @Nullable Asked body) {
        Asked asked = Violations.body(body);
        List<Action> actions = asked.actions();
        Violations violations =
                new Violations().required("warehouse", asked.warehouse()).required("actions", actions);
        if (actions != null && actions.stream().anyMatch(Objects::isNull)) {
            violations.add("actions", "must be objects");
        }
        violations.refuse();
        return whatIf.difference(
                owner, asked.warehouse(), Objects.requireNonNull(actions), ((Actor) identity.getPrincipal()).scope());
    }

    /** Ends with VALIDATION_FAILED and the codes below. */
    @GET
    @Path("/outlook")
    @Operation(
            summary = "What a month of storage will come to",
            description =
                    "The estimate by each way in which the days to come may go, the range over them, and what will"
                            + " change prices: versions of the plan, seasons, ages. Query: month (YYYY-MM), warehouse.")
    @APIResponse(responseCode = "200", description = "The outlook.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    public Uni<Outlook> outlook(
            String owner, @RestQuery @Nullable String month, @RestQuery @Nullable String warehouse) {
        new Violations().required("warehouse", warehouse).refuse();
        return outlooks.of(
                owner, warehouse, StorageFeeResource.month(month), ((Actor) identity.getPrincipal()).scope());
    }
}
