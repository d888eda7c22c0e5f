package dev.lotline.platform.security;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.Token;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The administrator by environment: {@code LOTLINE_ADMIN_TOKEN}, for set-up, tests and automation. Never stored. Where
 * one only tries Lotline out (profiles dev and demo) and names none, every start makes one and prints it once.
 */
@Singleton
final class AdminToken {
    private static final String KEY = "lotline.admin-token";
    private static final int SHORTEST = 32;
    private static final int AFTER_ALL_OTHERS = 4_200;

    private final byte @Nullable [] hash;
    private final @Nullable Token made;

    @Inject
    AdminToken(@ConfigProperty(name = KEY) Optional<String> token) {
        this(token, triedOut());
    }

    AdminToken(Optional<String> token, boolean triedOut) {
        byte[] configured =
                token.filter(text -> !text.isEmpty()).map(AdminToken::checked).orElse(null);
        this.made = configured == null && triedOut ? Token.make(Role.ADMIN) : null;
        this.hash = made == null ? configured : made.hash();
    }

    boolean is(byte[] tokenHash) {
        return hash != null && MessageDigest.isEqual(hash, tokenHash);
    }

    /** Makes the check above part of the start. */
    void atStart(@Observes StartupEvent start) {
        // the constructor has done it
    }

    /** To the terminal and to no log. A reload in development keeps the token that was printed. */
    void tell(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent start) {
        if (made == null) {
            return;
        }
        System.out.println("Administrator token of this start: " + made.text());
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            System.setProperty(KEY, made.text());
        }
    }

    @Nullable
    Token made() {
        return made;
    }

    /** Never beside prod, whatever else is active. */
    private static boolean triedOut() {
        return (ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("demo"))
                && !ConfigUtils.isProfileActive("prod");
    }

    private static byte[] checked(String token) {
        if (token.length() < SHORTEST) {
            throw new ConfigurationException("LOTLINE_ADMIN_TOKEN (lotline.admin-token) must have at least " + SHORTEST
                    + " characters, or be empty.");
        }
        return Token.hash(token);
    }
}
