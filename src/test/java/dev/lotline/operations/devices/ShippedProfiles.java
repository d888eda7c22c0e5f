package dev.lotline.operations.devices;

import java.util.Optional;

/** The profiles that come along, without a container. */
public final class ShippedProfiles {
    private ShippedProfiles() {}

    public static Profiles usual() {
        return new Profiles(Optional.empty(), "standard");
    }
}
