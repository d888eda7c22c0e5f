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
import org.jboss.resteasy.reactive.server.Cancellable;

/** A label as a picture. */
@Path("/api/v1/printing/labels/{serial}/preview.svg")
@Cancellable(false)
@Tag(name = "Printing")
public final class LabelPreviewResource {
    private final LabelPictures pictures;
    private final SecurityIdentity identity;

    LabelPreviewResource(LabelPictures pictures, SecurityIdentity identity) {
        this.pictures = pictures;
        this.identity = identity;
    }

    @GET
    @Needs(Capability.PRINT)
    @Operation(summary = "A label as a picture", description = "For its printer, else for 203 dots an inch.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: its data can't be printed.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_LABEL; NOT_FOUND for badges.")
    public Uni<RestResponse<String>> preview(String serial) {
        return pictures.drawn(serial, ((Actor) identity.getPrincipal()).scope()).map(LabelPictures::svg);
    }
}
