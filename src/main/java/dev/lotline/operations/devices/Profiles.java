package dev.lotline.operations.devices;

import dev.lotline.gs1.scan.text.KeyboardLayouts;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The profiles of this installation, read once at start: those that come with Lotline, and those of a folder. */
@Singleton
public class Profiles {
    private final Map<String, DeviceProfile> byName;
    private final DeviceProfile usual;

    Profiles(
            @ConfigProperty(name = "lotline.scan.profiles") Optional<String> folder,
            @ConfigProperty(name = "lotline.scan.default-profile") String usual) {
        try {
            Map<String, DeviceProfile> shipped = ProfileFiles.shipped();
            this.byName = folder.filter(path -> !path.isBlank())
                    .map(path -> ProfileFiles.with(shipped, Path.of(path)))
                    .orElse(shipped);
        } catch (ProfileFiles.Unusable e) {
            throw new ConfigurationException("lotline.scan.profiles: " + e.getMessage());
        }
        DeviceProfile found = byName.get(usual);
        if (found == null || !found.enabled()) {
            throw new ConfigurationException(
                    "lotline.scan.default-profile: there is no profile '" + usual + "', or it is disabled");
        }
        this.usual = found;
    }

    /** Makes the reading above part of the start. */
    void atStart(@Observes StartupEvent start) {
        KeyboardLayouts.builtIn();
    }

    /** For a device nobody has registered. */
    public DeviceProfile usual() {
        return usual;
    }

    /** Null = there is none of this name. */
    public @Nullable DeviceProfile find(@Nullable String name) {
        return name == null ? null : byName.get(name);
    }

    /** By name. */
    public List<DeviceProfile> all() {
        return List.copyOf(byName.values());
    }
}
