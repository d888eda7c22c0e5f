package dev.lotline.edge.floor.check;

import dev.lotline.edge.floor.check.DiagnosisRules.Found;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.ProfileReader;
import dev.lotline.operations.devices.Profiles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From samples to a diagnosis, with the shipped profile that is nearest to what was found. */
@Singleton
class Checkup {
    private static final List<String> QUICK = List.of("S1", "S2", "S3", "S6", "S7");
    private static final String CASES_ONLY = "conformance";

    private final Profiles profiles;

    Checkup(Profiles profiles) {
        this.profiles = profiles;
    }

    Diagnosis diagnosis(List<Sample> samples) {
        Found found = new DiagnosisRules(samples).found();
        List<Finding> findings = Words.of(found);
        List<String> missing = QUICK.stream()
                .filter(sheet -> !found.scanned.contains(sheet) && !(sheet.equals("S3") && found.separator != null))
                .toList();
        Map<String, Object> settings = DiagnosisRules.settings(found);
        DeviceProfile nearest = found.aim == null ? null : nearest(settings);
        return new Diagnosis(
                findings.stream().allMatch(Finding::good) && missing.isEmpty() && found.unrecognised.isEmpty(),
                findings,
                missing,
                List.copyOf(found.unrecognised),
                nearest == null ? null : nearest.name(),
                nearest == null ? Map.of() : different(settings, nearest));
    }

    /** The one that needs the fewest knobs over it. */
    private DeviceProfile nearest(Map<String, Object> settings) {
        DeviceProfile best = profiles.usual();
        for (DeviceProfile profile : profiles.all()) {
            boolean usable = profile.enabled()
                    && !profile.name().equals(CASES_ONLY)
                    && profile.scan().symbologies().isEmpty();
            if (usable
                    && different(settings, profile).size()
                            < different(settings, best).size()) {
                best = profile;
            }
        }
        return best;
    }

    /** Those that the profile does not have already. A suffix that drops more than was seen is as good. */
    private static Map<String, Object> different(Map<String, Object> settings, DeviceProfile profile) {
        Map<String, Object> different = new TreeMap<>();
        settings.forEach((knob, value) -> {
            DeviceProfile with =
                    ProfileReader.settings(Map.of(knob, value), profile).profile();
            boolean covered = with != null
                    && (with.equals(profile)
                            || knob.equals("suffix")
                                    && profile.scan()
                                            .suffix()
                                            .chars()
                                            .boxed()
                                            .toList()
                                            .containsAll(with.scan()
                                                    .suffix()
                                                    .chars()
                                                    .boxed()
                                                    .toList())
                            || knob.equals("gsAliases") && aliases(profile).containsAll(aliases(with)));
            if (!covered && with != null) {
                different.put(knob, value);
            }
        });
        return different;
    }

    private static List<String> aliases(DeviceProfile profile) {
        return profile.scan().separators().aliases();
    }
}
