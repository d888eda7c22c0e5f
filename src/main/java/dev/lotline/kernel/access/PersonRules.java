package dev.lotline.kernel.access;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody who is to sign in must be called, be and know. */
public final class PersonRules {
    /** What people may be. */
    public static final Set<Role> ROLES = EnumSet.of(Role.ADMIN, Role.SUPERVISOR, Role.BILLING, Role.MERCHANT);

    private static final int MOST_CODES = 1000;
    private static final String RESERVED = "admin";

    private PersonRules() {}

    /** Ends with VALIDATION_FAILED naming every wrong field, which never repeats the password. */
    public static void check(
            @Nullable String name,
            @Nullable Role role,
            @Nullable String password,
            @Nullable List<String> owners,
            @Nullable List<String> warehouses) {
        FieldCheck check = new FieldCheck()
                .code("name", name)
                .that(role != null, "role", "is required")
                .that(password != null, "password", "is required")
                .that(name == null || name.equals(name.toLowerCase(Locale.ROOT)), "name", "must be in lower case")
                .that(!RESERVED.equals(name), "name", "is the administrator's own")
                .that(role == null || ROLES.contains(role), "role", "must be ADMIN, SUPERVISOR, BILLING or MERCHANT")
                .that(role != Role.MERCHANT || owners != null, "owners", "is required for a merchant");
        if (password != null) {
            password(check, password, name);
        }
        codes(check, "owners", owners);
        codes(check, "warehouses", warehouses);
        check.done();
    }

    /** A password that somebody else chooses for a person. Ends with VALIDATION_FAILED. */
    public static void check(String name, String password) {
        FieldCheck check = new FieldCheck();
        password(check, password, name);
        check.done();
    }

    private static void password(FieldCheck check, String password, @Nullable String name) {
        boolean fits = PasswordRules.fits(password);
        check.that(
                        fits,
                        "password",
                        "must have " + SignIn.SHORTEST_PASSWORD + " to " + SignIn.LONGEST_PASSWORD + " characters")
                .that(
                        !fits || name == null || !PasswordRules.contains(password, name),
                        "password",
                        "must not contain the name");
    }

    /** Codes that somebody is confined to; null = to none. */
    public static void codes(FieldCheck check, String field, @Nullable List<String> codes) {
        if (codes == null) {
            return;
        }
        if (codes.isEmpty() || codes.size() > MOST_CODES) {
            check.that(false, field, "must name between 1 and " + MOST_CODES + ", or be absent for all");
            return;
        }
        for (int n = 0; n < codes.size(); n++) {
            check.code(field + "[" + n + "]", codes.get(n));
        }
    }
}
