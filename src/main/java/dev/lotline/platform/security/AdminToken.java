package dev.lotline.platform.security;

import dev.lotline.kernel.Token;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The administrator by environment: {@code LOTLINE_ADMIN_TOKEN}, for set-up, tests and automation. Never stored. */
@Singleton
final class AdminToken {
    private static final int SHORTEST = 32;

    private final byte @Nullable [] hash;

    AdminToken(@ConfigProperty(name = "lotline.admin-token") Optional<String> token) {
        this.hash =
                token.filter(text -> !text.isEmpty()).map(AdminToken::checked).orElse(null);
    }

    boolean is(byte[] tokenHash) {
        return hash != null && MessageDigest.isEqual(hash, tokenHash);
    }

    /** Makes the check above part of the start. */
    void atStart(@Observes StartupEvent start) {
        // the constructor has done it
    }

    private static byte[] checked(String token) {
        if (token.length() < SHORTEST) {
            throw new ConfigurationException("LOTLINE_ADMIN_TOKEN (lotline.admin-token) must have at least " + SHORTEST
                    + " characters, or be empty.");
        }
        return Token.hash(token);
    }
}
