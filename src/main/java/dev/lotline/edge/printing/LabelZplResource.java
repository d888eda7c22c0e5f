package dev.lotline.edge.printing;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A label as its printer reads it. */
@Path("/api/v1/printing/labels/{serial}/zpl")
@Cancellable(false)
@Tag(name = "Printing")
public final class LabelZplResource {
    private final LabelPictures pictures;
    private final SecurityIdentity identity;

    LabelZplResource(LabelPictures pictures, SecurityIdentity identity) {
        this.pictures = pictures;
        this.identity = identity;
    }

    @GET
    @Needs(Capability.PRINT)
    @Operation(summary = "A label as ZPL", description = "As it would be sent now.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: its data can't be printed.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_LABEL; NOT_FOUND for badges.")
    public Uni<RestResponse<String>> zpl(String serial) {
        return pictures.drawn(serial, ((Actor) identity.getPrincipal()).scope())
                .map(label -> ResponseBuilder.ok(label.zpl(), "text/plain;charset=US-ASCII")
                        .build());
    }
}
