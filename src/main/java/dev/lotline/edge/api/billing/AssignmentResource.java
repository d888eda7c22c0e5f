package dev.lotline.edge.api.billing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.Plan;
import dev.lotline.operations.billing.Plans;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Which plan an owner pays by. */
@Path("/api/v1/owners/{owner}/rate-plan-assignments")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class AssignmentResource {
    private static final int MOST = 500;

    private final Plans plans;
    private final SecurityIdentity identity;

    AssignmentResource(Plans plans, SecurityIdentity identity) {
        this.plans = plans;
        this.identity = identity;
    }

    @Schema(name = "RatePlanAssignments")
    public record Assignments(
            @Schema(required = true, description = "All of them, at most 500; days between them have no plan.")
            @Nullable
            List<Plan.Assignment> assignments) {}

    @PUT
    @Needs(Capability.FEE_EDIT)
    @Operation(
            summary = "Say which plan an owner pays by",
            description = "Replaces all of its assignments. Days that were rated keep their plan.")
    @APIResponse(responseCode = "200", description = "The assignments, earliest first.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_PLAN.")
    @APIResponse(responseCode = "409", description = "PLAN_ASSIGNMENT_OVERLAP, PLAN_EFFECTIVE_IN_CLOSED_PERIOD.")
    public Uni<Assignments> put(String owner, @Nullable Assignments body) {
        List<Plan.Assignment> wanted = Violations.body(body).assignments();
        Violations violations = new Violations().required("assignments", wanted);
        if (wanted != null && (wanted.size() > MOST || wanted.stream().anyMatch(Objects::isNull))) {
            violations.add("assignments", "must be at most " + MOST + " objects");
        }
        violations.refuse();
        return plans.assign(owner, wanted == null ? List.of() : wanted, actor().scope(), actor().name())
                .map(Assignments::new);
    }

    @GET
    @Needs(Capability.FEE_READ)
    @Operation(summary = "Read which plan an owner pays by", description = "Earliest first.")
    @APIResponse(responseCode = "200", description = "The assignments.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    public Uni<Assignments> get(String owner) {
        return plans.assignments(owner, actor().scope()).map(Assignments::new);
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
