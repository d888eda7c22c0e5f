package dev.lotline.edge.api.devices;

import dev.lotline.edge.api.Violations;
import dev.lotline.operations.devices.Registration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request that registers a device or changes it. */
@Schema(name = "DeviceBody")
public record DeviceBody(
        @Schema(required = true, description = "Code of the warehouse it works in.") @Nullable
        String warehouse,

        @Schema(required = true, description = "A name of GET /api/v1/scan-profiles.", example = "zebra-ds-hid")
        @Nullable
        String profile,

        @Schema(description = "Knobs laid over the profile, as POST /devices/diagnosis proposes them; absent = none.")
        @Nullable
        Map<String, Object> settings,

        @Schema(description = "Where it stands; a raw scan that names no place happens there.") @Nullable
        String location,

        @Schema(description = "false = its raw scans are refused; absent = true") @Nullable
        Boolean active) {
    private static final int LONGEST_PROFILE = 64;
    private static final int MOST_SETTINGS = 32;

    Registration checked(String device) {
        Violations violations = new Violations()
                .code("device", device)
                .code("warehouse", warehouse)
                .required("profile", profile)
                .text("profile", profile, LONGEST_PROFILE);
        if (location != null) {
            violations.code("location", location);
        }
        if (settings != null && settings.size() > MOST_SETTINGS) {
            violations.add("settings", "must hold at most " + MOST_SETTINGS + " keys");
        }
        violations.refuse();
        return new Registration(
                String.valueOf(warehouse),
                String.valueOf(profile),
                settings == null ? Map.of() : settings,
                location,
                active == null || active);
    }
}
