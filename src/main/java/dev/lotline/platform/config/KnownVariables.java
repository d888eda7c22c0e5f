package dev.lotline.platform.config;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An unknown key in a file or on the command line refuses the start, but an environment may hold what others put there
 * (Kubernetes names every service in it): a variable that looks like one of ours and is none is warned of.
 */
@Singleton
final class KnownVariables {
    private static final String OURS = "LOTLINE_";

    /** That the keys are read, and what is wrong with them said, before anything else starts. */
    KnownVariables(Settings settings) {}

    void look(@Observes StartupEvent start) {
        unknown(System.getenv().keySet())
                .forEach(name ->
                        Log.warnf("%s is no setting of Lotline; src/docs/operate/configuration.md has them", name));
    }

    static Set<String> unknown(Collection<String> environment) {
        Set<String> known = ConfigMappings.getProperties(ConfigClass.configClass(Settings.class)).keySet().stream()
                .map(KnownVariables::variable)
                .collect(Collectors.toSet());
        return environment.stream()
                .filter(name -> name.startsWith(OURS) && !known.contains(name))
                .collect(Collectors.toSet());
    }

    /** {@code lotline.db.owner-username} is LOTLINE_DB_OWNER_USERNAME. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
