package dev.lotline.operations.devices;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a device is to be. {@code settings} are knobs over the profile; {@code location} null = it has no place. */
public record Registration(
        String warehouse,
        String profile,
        Map<String, Object> settings,
        @Nullable String location,
        boolean active) {}
