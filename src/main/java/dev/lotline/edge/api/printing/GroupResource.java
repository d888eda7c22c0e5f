package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.printing.printers.Printers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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

/** Which printers stand for each other. */
@Path("/api/v1/printer-groups/{group}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class GroupResource {
    private final Printers printers;
    private final SecurityIdentity identity;

    GroupResource(Printers printers, SecurityIdentity identity) {
        this.printers = printers;
        this.identity = identity;
    }

    @PUT
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(
            summary = "Make a group of printers or change it",
            description =
                    "The first one prints. When it has not been ready for 15 seconds, labels of which not a byte has gone"
                            + " come out of the next one with the same labels and resolution.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    public Uni<GroupBody> group(String group, @Nullable GroupBody body) {
        GroupBody wanted = Violations.body(body);
        List<String> members = wanted.checked(group);
        String warehouse = String.valueOf(wanted.warehouse());
        return printers.putGroup(group, warehouse, members, actor())
                .map(now -> new GroupBody(warehouse, List.copyOf(now)));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
