package dev.lotline.operations.devices;

import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device as it is registered. */
@Schema(name = "Device")
public record Device(
        String device,
        String warehouse,
        @Schema(examples = {"zebra-ds-hid"}) String profile,

        @Schema(description = "knobs laid over the profile, as the scanner check proposed them")
        Map<String, Object> settings,

        @Schema(description = "where it stands; a scan that names no place happens there") @Nullable
        String location,

        @Schema(description = "false = its raw scans are refused")
        boolean active,

        @Schema(description = "counted up by every change") int version,
        String changedBy,
        OffsetDateTime changedAt) {}
