package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.printing.printers.PrintRules.Rule;
import dev.lotline.operations.printing.printers.Printers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Which printers print what. */
@Path("/api/v1/warehouses/{warehouse}/print-rules")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class RuleResource {
    private final Printers printers;
    private final SecurityIdentity identity;

    RuleResource(Printers printers, SecurityIdentity identity) {
        this.printers = printers;
        this.identity = identity;
    }

    @PUT
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(summary = "Say which printers print what", description = "Replaces all rules of the warehouse.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    public Uni<List<Rule>> putRules(String warehouse, @Nullable RulesBody body) {
        return printers.putRules(warehouse, Violations.body(body).checked(), actor());
    }

    @GET
    @Needs(Capability.PRINT)
    @Operation(summary = "Which printers print what")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    public Uni<List<Rule>> rules(String warehouse) {
        return printers.rules(warehouse, actor().scope());
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
