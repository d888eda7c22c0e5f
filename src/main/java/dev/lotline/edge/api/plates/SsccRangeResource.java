package dev.lotline.edge.api.plates;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.plates.SsccNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The numbers that the house's own SSCCs are made of. */
@Path("/api/v1/sscc-ranges/{prefix}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plates")
public final class SsccRangeResource {
    private final SsccNumbers numbers;

    SsccRangeResource(SsccNumbers numbers) {
        this.numbers = numbers;
    }

    /** Ends with VALIDATION_FAILED. */
    @PUT
    @Needs(Capability.OPERATE)
    @Operation(
            summary = "Open a range of SSCC serials",
            description = "Per company prefix and extension digit. The same again changes nothing.")
    @APIResponse(responseCode = "204", description = "Open.")
    public Uni<Void> open(String prefix, @Nullable RangeBody body) {
        RangeBody range = Violations.body(body);
        return numbers.open(prefix, range.extension(), range.first());
    }
}
