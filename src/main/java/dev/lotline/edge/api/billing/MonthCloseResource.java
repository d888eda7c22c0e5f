package dev.lotline.edge.api.billing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.billing.fees.Statements;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Closing a month. */
@Path("/api/v1/storage-statements/close")
@Needs(Capability.MONTH_CLOSE)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Storage fees")
public final class MonthCloseResource {
    private final Statements statements;
    private final SecurityIdentity identity;

    MonthCloseResource(Statements statements, SecurityIdentity identity) {
        this.statements = statements;
        this.identity = identity;
    }

    @Schema(name = "MonthClosed")
    public record Closed(
            @Schema(description = "Numbers of the statements.")
            List<String> statements,

            @Schema(description = "Owners whose month a second person has to close, by the same request.")
            List<String> waiting) {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE and the codes below. */
    @POST
    @Operation(
            summary = "Close a month of storage",
            description =
                    "The figures become statements, which never change; what is learned later is corrected on the next"
                            + " one. Safe to send again: what has a statement keeps it. Where two people must close a month"
                            + " (lotline.storage.four-eyes), the first request asks for it and that of another person within 24"
                            + " hours closes it.")
    @APIResponse(responseCode = "200", description = "What was closed, and what waits for a second person.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_WAREHOUSE.")
    @APIResponse(
            responseCode = "409",
            description =
                    "STORAGE_MONTH_NOT_OVER, STORAGE_DAY_NOT_CLOSED, STORAGE_UNRATED_CELLS, STATEMENT_ALREADY_CLOSED,"
                            + " SECOND_PERSON_REQUIRED.")
    public Uni<Closed> close(@Nullable Month body) {
        Month asked = Violations.body(body);
        Actor actor = (Actor) identity.getPrincipal();
        return statements
                .close(
                        asked.owner(),
                        asked.warehouse(),
                        StorageFeeResource.month(asked.month()),
                        asked.excludeUnrated(),
                        actor.scope(),
                        actor.name())
                .map(closed -> new Closed(closed.statements(), closed.waiting()));
    }

    @Schema(name = "MonthClose")
    public record Month(
            @Schema(description = "Absent = every owner that has no statement yet.") @Nullable
            String owner,

            @Schema(required = true) @Nullable String warehouse,

            @Schema(required = true, description = "YYYY-MM") @Nullable
            String month,

            @Schema(description = "Why cells without a rate are left out; it is printed.") @Nullable
            String excludeUnrated) {}
}
