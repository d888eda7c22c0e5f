package dev.lotline.operations.devices;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Devices and how they send. What the scan path reads is a picture of all of them, taken again in the background at most
 * once in two seconds while scans come: a scan never waits for it but the first one of a node.
 */
@Singleton
public class Devices {
    static final int MOST = 10_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Picture(Map<String, DeviceProfile> profiles, long takenAt) {}

    private final DeviceSql sql;
    private final Profiles profiles;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Picture latest;

    Devices(DeviceSql sql, Profiles profiles) {
        this.sql = sql;
        this.profiles = profiles;
    }

    /** How this device sends; the usual profile for one that is not registered or whose profile is gone. */
    public Uni<DeviceProfile> profile(String device) {
        Picture picture = latest;
        if (picture == null) {
            return look().map(taken -> taken.profiles.getOrDefault(device, profiles.usual()));
        }
        if (System.nanoTime() - picture.takenAt > FRESH_NANOS && looking.compareAndSet(false, true)) {
            look().onTermination().invoke(() -> looking.set(false)).subscribe().with(taken -> {}, away -> {
                // the picture of before is as good as any while the database is away
            });
        }
        return Uni.createFrom().item(picture.profiles.getOrDefault(device, profiles.usual()));
    }

    private Uni<Picture> look() {
        return sql.all(MOST).map(devices -> {
            Map<String, DeviceProfile> byDevice = new HashMap<>();
            devices.forEach(device -> byDevice.put(device.device(), effective(device)));
            Picture taken = new Picture(byDevice, System.nanoTime());
            latest = taken;
            return taken;
        });
    }

    private DeviceProfile effective(Device device) {
        DeviceProfile profile = profiles.find(device.profile());
        if (profile == null || !profile.enabled()) {
            return profiles.usual();
        }
        DeviceProfile set = ProfileReader.settings(device.settings(), profile).profile();
        return set == null ? profile : set;
    }

    /** Null = not registered. Ends with NOT_FOUND when it is of a warehouse outside the scope. */
    public Uni<@Nullable Device> find(String device, Scope scope) {
        return sql.one(device).invoke(found -> {
            if (found != null && !scope.coversWarehouse(found.warehouse())) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
        });
    }

    public Uni<List<Device>> page(Scope scope, String after, int limit) {
        return sql.page(after, limit, scope);
    }

    /**
     * Registers a device, or changes it. Ends with VALIDATION_FAILED naming every field, UNKNOWN_WAREHOUSE and NOT_FOUND
     * (outside the scope). What a scan is read with follows within two seconds on every node.
     */
    public Uni<Device> put(String device, Registration wanted, Actor actor) {
        actor.scope().requireWarehouse(wanted.warehouse());
        return find(device, actor.scope())
                .chain(present -> sql.facts(device, wanted.warehouse(), wanted.location(), MOST))
                .chain(facts -> {
                    if (facts == null) {
                        throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", wanted.warehouse());
                    }
                    check(wanted, facts);
                    return sql.put(wanted, device, facts.warehouse(), actor.name());
                })
                .chain(() -> look())
                .chain(() -> sql.one(device))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.NOT_FOUND));
    }

    private void check(Registration wanted, DeviceSql.Facts facts) {
        List<Violation> wrong = new ArrayList<>();
        if (Boolean.FALSE.equals(facts.covered())) {
            wrong.add(new Violation("warehouse", "must be one of the device's credential"));
        }
        if (wanted.location() != null && !facts.placed()) {
            wrong.add(new Violation("location", "must be a place of the warehouse"));
        }
        if (facts.others() >= MOST) {
            wrong.add(new Violation("device", "must be one of at most " + MOST));
        }
        DeviceProfile profile = profiles.find(wanted.profile());
        if (profile == null) {
            wrong.add(new Violation("profile", "must be one of GET /api/v1/scan-profiles"));
        } else if (!profile.enabled()) {
            wrong.add(new Violation("profile", "is disabled"));
        } else {
            ProfileReader.settings(wanted.settings(), profile)
                    .problems()
                    .forEach(problem -> wrong.add(new Violation("settings." + problem.key(), problem.message())));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
