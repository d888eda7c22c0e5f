package dev.lotline.operations.devices;

import dev.lotline.gs1.scan.ScanProfile;
import dev.lotline.gs1.scan.text.KeyboardLayouts;
import dev.lotline.kernel.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The profiles of this installation, read at start and on demand: those that come with Lotline, and those of a folder. */
@Singleton
public class Profiles {
    private static final String CAMERA = "camera";

    /** All that was read at one time. */
    private record Loaded(Map<String, DeviceProfile> byName, DeviceProfile usual) {}

    private final Optional<String> folder;
    private final String usualName;
    private volatile Loaded loaded;

    Profiles(
            @ConfigProperty(name = "lotline.scan.profiles") Optional<String> folder,
            @ConfigProperty(name = "lotline.scan.default-profile") String usual) {
        this.folder = folder.filter(path -> !path.isBlank());
        this.usualName = usual;
        try {
            this.loaded = read();
        } catch (ProfileFiles.Unusable e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private Loaded read() {
        Map<String, DeviceProfile> shipped = ProfileFiles.shipped();
        Map<String, DeviceProfile> all =
                folder.map(path -> ProfileFiles.with(shipped, Path.of(path))).orElse(shipped);
        DeviceProfile usual = all.get(usualName);
        if (usual == null || !usual.enabled()) {
            throw new ProfileFiles.Unusable(
                    "lotline.scan.default-profile", "there is no profile '" + usualName + "', or it is disabled");
        }
        return new Loaded(all, usual);
    }

    /** Makes the first reading part of the start. */
    void atStart(@Observes StartupEvent start) {
        KeyboardLayouts.builtIn();
    }

    /**
     * Reads the files anew; scans after it are read by them. Blocks. Refuses with VALIDATION_FAILED naming file and key,
     * and then everything stays as it was.
     */
    public void reload() {
        try {
            loaded = read();
        } catch (ProfileFiles.Unusable e) {
            throw Refusal.invalid("profiles", String.valueOf(e.getMessage()));
        }
    }

    /** For a device nobody has registered. */
    public DeviceProfile usual() {
        return loaded.usual;
    }

    /** How photos are read. */
    public ScanProfile camera() {
        return Objects.requireNonNull(loaded.byName.get(CAMERA), "comes with Lotline")
                .scan();
    }

    /** Null = there is none of this name. */
    public @Nullable DeviceProfile find(@Nullable String name) {
        return name == null ? null : loaded.byName.get(name);
    }

    /** By name. */
    public List<DeviceProfile> all() {
        return List.copyOf(loaded.byName.values());
    }
}
