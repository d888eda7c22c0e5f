package dev.lotline.kernel.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a password must be, wherever one is chosen. */
public final class PasswordRules {
    private PasswordRules() {}

    /** Long enough to be one, and no longer than bcrypt reads. */
    public static boolean fits(String password) {
        return password.length() >= SignIn.SHORTEST_PASSWORD
                && password.getBytes(StandardCharsets.UTF_8).length <= SignIn.LONGEST_PASSWORD;
    }

    /** @param name in lower case */
    public static boolean contains(String password, String name) {
        return password.toLowerCase(Locale.ROOT).contains(name);
    }
}
