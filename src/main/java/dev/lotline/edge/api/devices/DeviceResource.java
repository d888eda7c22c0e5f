package dev.lotline.edge.api.devices;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.Device;
import dev.lotline.operations.devices.Devices;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Devices: which warehouse they work in and how they send what they scan. */
@Path("/api/v1/devices")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
public final class DeviceResource {
    private final Devices devices;
    private final SecurityIdentity identity;

    DeviceResource(Devices devices, SecurityIdentity identity) {
        this.devices = devices;
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, NOT_FOUND (a device of a warehouse outside the scope). */
    @PUT
    @Path("/{device}")
    @Needs(Capability.DEVICE_ADMIN)
    @Operation(
            summary = "Register a device or change how it is read",
            description =
                    "The name is that of its credential, or what others name in Lotline-Device. The profile counts"
                            + " from the next scan here, within two seconds on other nodes. The same body twice is one version.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field and knob.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, NOT_FOUND.")
    public Uni<Device> put(String device, @Nullable DeviceBody body) {
        return devices.put(device, Violations.body(body).checked(device), actor());
    }

    /** Ends with NOT_FOUND. */
    @GET
    @Path("/{device}")
    @Needs(Capability.CATALOG_READ)
    @Operation(summary = "Read a device")
    @APIResponse(responseCode = "404", description = "NOT_FOUND.")
    public Uni<Device> get(String device) {
        return devices.find(device, actor().scope())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.NOT_FOUND));
    }

    /** By name, those of warehouses in the scope. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @Operation(summary = "List devices", description = "By name; query: limit (1 to 500, else 50), cursor.")
    public Uni<RestResponse<Page<Device>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return devices.page(actor().scope(), paging.afterText(), paging.fetch())
                .map(rows -> paging.page(rows, Device::device));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
