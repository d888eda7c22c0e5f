package dev.lotline.edge.api.billing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.PlanRules;
import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.measuring.StorageRating;
import dev.lotline.operations.billing.rating.PlanBook;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What would it cost? For sales, and for whoever wants to check the engine. */
@Path("/api/v1/storage-fees/quote")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class QuoteResource {
    private final Plans plans;
    private final SecurityIdentity identity;

    QuoteResource(Plans plans, SecurityIdentity identity) {
        this.plans = plans;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.FEE_READ)
    @Operation(
            summary = "Quote storage fees",
            description =
                    "The same engine that rates what is in the house, over stock that the body describes. `plan` is a"
                            + " definition, a list of `{effectiveFrom, definition}`, or the code of a plan. Nothing is stored.")
    @APIResponse(
            responseCode = "200",
            description = "Lines, adjustments and total; what could not be measured is in `problems`.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PLAN.")
    @APIResponse(responseCode = "422", description = "A PLAN_… code.")
    public Uni<QuoteAnswer> quote(@Nullable QuoteBody body) {
        QuoteBody asked = Violations.body(body).checked();
        JsonNode plan = Objects.requireNonNull(asked.plan());
        Uni<PlanBook> book = plan.isTextual()
                ? plans.book(plan.textValue(), ((Actor) identity.getPrincipal()).scope())
                : Uni.createFrom().item(PlanRules.book(plan));
        return book.map(found -> QuoteAnswer.of(StorageRating.rate(found, asked.observations(), asked.period())));
    }
}
