package dev.lotline.operations.printing;

import dev.lotline.gs1.own.LicencePlate;
import dev.lotline.operations.printing.SubjectSql.Subject;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Labels of plates that are printed in advance, on a roll at the dock. Nobody is called so until somebody builds a plate of
 * that name; then it has its label already, and no second one is printed.
 */
@Singleton
class PlateRoll {
    private static final String PREFIX = "LPN-";
    /** Of houses without a key, where tags are not checked. */
    private static final String NO_KEY = "a house without a key";

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;

    PlateRoll(@ConfigProperty(name = "lotline.lpn-keys") Optional<List<String>> keys) {
        this.key = keys.flatMap(all -> all.stream().findFirst()).orElse(NO_KEY).getBytes(StandardCharsets.UTF_8);
    }

    /** So many numbers that nobody has: forty bits of chance each, and a label has one identity in the books. */
    List<Subject> roll(int labels) {
        List<Subject> roll = new ArrayList<>();
        for (int n = 0; n < labels; n++) {
            String code = LicencePlate.of(random.nextLong(), PREFIX, key);
            roll.add(new Subject(new JsonObject().put("code", PREFIX + code), code, null, null, null, 1));
        }
        return roll;
    }
}
