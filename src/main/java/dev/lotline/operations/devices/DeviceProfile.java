package dev.lotline.operations.devices;

import dev.lotline.gs1.scan.ScanProfile;
import java.util.List;

/**
 * A profile as it stands in its file: how a kind of device sends, and what is known about it.
 *
 * @param scan how its scans are read
 * @param version counted up by whoever changes it; told with every explanation
 * @param enabled false = no device may be given this profile any more; those that have it read as unknown devices do
 * @param source how scans arrive: WEDGE, INTENT, IP, MQTT, SOCKET, CAMERA or TYPED
 * @param notes what one should know about such a device
 */
public record DeviceProfile(ScanProfile scan, int version, boolean enabled, String source, List<String> notes) {

    public DeviceProfile {
        notes = List.copyOf(notes);
    }

    /** Unique among the profiles of an installation. */
    public String name() {
        return scan.name();
    }
}
