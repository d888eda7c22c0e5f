package dev.lotline.edge.api.admin;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.access.People;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** People who sign in at the console: added, disabled. */
@Path("/api/v1/admin/people")
@Needs(Capability.KEY_ADMIN)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public final class PeopleResource {
    private final People people;

    PeopleResource(People people) {
        this.people = people;
    }

    /** Somebody who may sign in. */
    @Schema(name = "Person")
    public record Added(String name, Role role) {}

    /** Ends with VALIDATION_FAILED, REFERENCE_REUSED (the name was used before, by a disabled person too), OVERLOADED. */
    @POST
    @Operation(
            summary = "Add a person",
            description = "Who may sign in at the console with this name and password. Of the password only a bcrypt"
                    + " hash is kept.")
    @APIResponse(responseCode = "201", description = "Added.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: the name was used before.")
    public Uni<RestResponse<Added>> add(@Nullable NewPerson body) {
        NewPerson asked = Violations.body(body);
        asked.check();
        String name = String.valueOf(asked.name());
        Role role = asked.role() == null ? Role.MERCHANT : asked.role();
        return Uni.createFrom()
                .completionStage(() -> people.add(name, role, String.valueOf(asked.password()), asked.scope()))
                .map(added -> {
                    if (!added) {
                        throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", name);
                    }
                    return RestResponse.status(RestResponse.Status.CREATED, new Added(name, role));
                });
    }

    /** Ends with NOT_FOUND. */
    @DELETE
    @Path("/{name}")
    @Operation(
            summary = "Disable a person",
            description = "All sessions end at once and no more are opened; twice is the same as once.")
    @APIResponse(responseCode = "204", description = "Disabled.")
    public Uni<Void> disable(String name) {
        return Uni.createFrom()
                .completionStage(() -> people.disable(name))
                .invoke(known -> {
                    if (!known) {
                        throw Refusal.of(RefusalCode.NOT_FOUND);
                    }
                })
                .replaceWithVoid();
    }
}
