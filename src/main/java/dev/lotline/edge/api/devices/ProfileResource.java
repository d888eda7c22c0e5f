package dev.lotline.edge.api.devices;

import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.Profiles;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The profiles that devices can be given. */
@Path("/api/v1/scan-profiles")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
public final class ProfileResource {
    private final Profiles profiles;

    ProfileResource(Profiles profiles) {
        this.profiles = profiles;
    }

    /** A profile under the names that its YAML file uses. */
    @Schema(name = "ScanProfile")
    public record Shown(
            String profile,
            int version,
            boolean enabled,
            String source,
            ScanProfile.Aim aim,
            String prefix,
            String suffix,
            List<String> gsAliases,
            String charset,
            boolean capsRepair,
            boolean upcA12,
            String upcE,
            List<Integer> itfLengths,
            String doubledPayload,
            int repeatWindowMillis,
            List<String> symbologies,
            Map<String, String> labelTypes,
            List<String> notes) {}

    /** All of them: as many as there are files. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @Operation(
            summary = "List scan profiles",
            description = "How kinds of devices send what they scan, with what one should know about them.")
    public Map<String, List<Shown>> list() {
        return shown();
    }

    @POST
    @Path("/reload")
    @Needs(Capability.DEVICE_ADMIN)
    @Operation(
            summary = "Read the profile files anew",
            description =
                    "Those of this node, from the folder of lotline.scan.profiles; scans after it are read by them."
                            + " A file that is wrong changes nothing.")
    @APIResponse(responseCode = "200", description = "The profiles as they are now.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: names the file and its wrong keys.")
    public Map<String, List<Shown>> reload() {
        profiles.reload();
        return shown();
    }

    private Map<String, List<Shown>> shown() {
        return Map.of(
                "items", profiles.all().stream().map(ProfileResource::shown).toList());
    }

    private static Shown shown(DeviceProfile profile) {
        ScanProfile scan = profile.scan();
        return new Shown(
                profile.name(),
                profile.version(),
                profile.enabled(),
                profile.source(),
                scan.aim(),
                scan.prefix(),
                scan.suffix(),
                scan.separators().aliases(),
                scan.charset().name(),
                scan.capsRepair(),
                scan.upcA12(),
                scan.upcEShort() ? "SHORT" : "EXPANDED",
                scan.itfLengths().stream().sorted().toList(),
                scan.detectDoubled() ? "DETECT" : "OFF",
                scan.repeatWindowMillis(),
                scan.symbologies().stream().sorted().toList(),
                scan.labelTypes(),
                profile.notes());
    }
}
