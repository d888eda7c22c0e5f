package dev.lotline.platform;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A clock that anyone may set decides what has expired: profile prod refuses to start with one. */
@Singleton
final class ClockCheck {
    private static final int FIRST = 1;

    private final boolean adjustable;

    ClockCheck(@ConfigProperty(name = "lotline.clock.adjustable") boolean adjustable) {
        this.adjustable = adjustable;
    }

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        String problem = problem(ConfigUtils.getProfiles(), adjustable);
        if (!problem.isEmpty()) {
            throw new StartRefused(problem);
        }
    }

    /** The sentence that is wrong about this combination, or empty. */
    static String problem(List<String> profiles, boolean adjustable) {
        return adjustable && profiles.contains("prod")
                ? "lotline.clock.adjustable is true, which profile prod does not allow; remove it."
                : "";
    }
}
