package dev.lotline.edge.api.billing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.Plan;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.plan.PlanProblem;
import dev.lotline.operations.billing.plan.PlanReader;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Rate plans and their versions. */
@Path("/api/v1/rate-plans")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class RatePlanResource {
    private static final String BAD = "A PLAN_… code with `pointer`, and all `problems[{code, pointer, message}]`.";

    private final Plans plans;
    private final SecurityIdentity identity;

    RatePlanResource(Plans plans, SecurityIdentity identity) {
        this.plans = plans;
        this.identity = identity;
    }

    @Schema(name = "RatePlanDefinition")
    public record Definition(
            @Schema(required = true, description = "The plan: rules, rounding, minimums.") @Nullable
            JsonNode definition) {}

    @Schema(name = "RatePlanNewVersion")
    public record NewVersion(
            @Schema(required = true, description = "First day that it holds for.") @Nullable
            LocalDate effectiveFrom,

            @Schema(required = true) @Nullable JsonNode definition) {}

    /** What is wrong with a plan; nothing = it could be stored. */
    @Schema(name = "RatePlanCheck")
    public record Checked(List<PlanProblem> problems) {}

    @PUT
    @Path("/{plan}")
    @Needs(Capability.FEE_EDIT)
    @Operation(
            summary = "Write the draft of a rate plan",
            description = "A new plan, or the draft (version 0) of one. Nothing is rated by a draft.")
    @APIResponse(responseCode = "200", description = "The plan with its versions.")
    @APIResponse(responseCode = "422", description = BAD)
    public Uni<Plan> draft(String plan, @Nullable Definition body) {
        return plans.draft(plan, Violations.body(body).definition(), actor().name());
    }

    @POST
    @Path("/{plan}/versions")
    @Needs(Capability.FEE_EDIT)
    @Operation(
            summary = "Make a version of a rate plan",
            description = "It waits to be activated. The same again is the same version.")
    @APIResponse(responseCode = "200", description = "The version.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PLAN.")
    @APIResponse(responseCode = "409", description = "PLAN_VERSION_CONFLICT: another one begins on that day.")
    @APIResponse(responseCode = "422", description = BAD)
    public Uni<Plan.Version> version(String plan, @Nullable NewVersion body) {
        NewVersion wanted = Violations.body(body);
        return plans.version(plan, wanted.effectiveFrom(), wanted.definition(), actor().name());
    }

    @POST
    @Path("/{plan}/versions/{n}/activate")
    @Needs(Capability.FEE_EDIT)
    @Operation(
            summary = "Activate a version",
            description = "From then on it is never changed. Not for days that are closed.")
    @APIResponse(responseCode = "200", description = "The version.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PLAN.")
    @APIResponse(responseCode = "409", description = "PLAN_EFFECTIVE_IN_CLOSED_PERIOD with `firstOpen`.")
    public Uni<Plan.Version> activate(String plan, int n) {
        return plans.activate(plan, n, actor().name());
    }

    @GET
    @Path("/{plan}")
    @Needs(Capability.FEE_READ)
    @Operation(
            summary = "Read a rate plan",
            description = "With its versions, latest first. A merchant sees plans that it pays by.")
    @APIResponse(responseCode = "200", description = "The plan.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PLAN.")
    public Uni<Plan> get(String plan) {
        return plans.get(plan, actor().scope());
    }

    @GET
    @Needs(Capability.FEE_READ)
    @Operation(summary = "List rate plans", description = "Their codes; query: limit (1 to 500, else 50), cursor.")
    public Uni<RestResponse<Page<String>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return plans.codes(paging.afterText(), actor().scope(), paging.fetch())
                .map(rows -> paging.page(rows, Function.identity()));
    }

    @POST
    @Path("/check")
    @Needs(Capability.FEE_READ)
    @Operation(
            summary = "Check a rate plan",
            description = "Everything that is wrong with it, in the order of the definition. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "The problems; none = it is a plan.")
    public Checked check(@Nullable Definition body) {
        return new Checked(PlanReader.read(Violations.body(body).definition()).problems());
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
