package dev.lotline.edge.api.admin;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.PasswordRules;
import dev.lotline.kernel.access.SignIn;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request for a person who signs in at the console. */
@Schema(name = "NewPerson")
public record NewPerson(
        @Schema(
                description = "Unique for ever, in lower case, at most 64 characters.",
                required = true,
                example = "ana")
        @Nullable
        String name,

        @Schema(description = "ADMIN, SUPERVISOR or MERCHANT.", required = true) @Nullable
        Role role,

        @Schema(description = "12 to 72 characters, the name not among them.", required = true) @Nullable
        String password,

        @Schema(description = "Owner codes it is confined to; absent = all. A merchant must name its own.") @Nullable
        List<String> owners,

        @Schema(description = "Warehouse codes it is confined to; absent = all.") @Nullable
        List<String> warehouses) {
    private static final Set<Role> OF_PEOPLE = EnumSet.of(Role.ADMIN, Role.SUPERVISOR, Role.MERCHANT);
    private static final String RESERVED = "admin";

    /** Ends with VALIDATION_FAILED, which never repeats the password. */
    void check() {
        Violations violations = new Violations();
        violations.code("name", name).required("role", role).required("password", password);
        if (name != null && !name.equals(name.toLowerCase(Locale.ROOT))) {
            violations.add("name", "must be in lower case");
        }
        if (RESERVED.equals(name)) {
            violations.add("name", "is the administrator's own");
        }
        if (role != null && !OF_PEOPLE.contains(role)) {
            violations.add("role", "must be ADMIN, SUPERVISOR or MERCHANT");
        }
        if (role == Role.MERCHANT && owners == null) {
            violations.add("owners", "is required for a merchant");
        }
        password(violations);
        NewCredential.codes(violations, "owners", owners);
        NewCredential.codes(violations, "warehouses", warehouses);
        violations.refuse();
    }

    private void password(Violations violations) {
        if (password == null) {
            return;
        }
        if (!PasswordRules.fits(password)) {
            violations.add(
                    "password",
                    "must have " + SignIn.SHORTEST_PASSWORD + " to " + SignIn.LONGEST_PASSWORD + " characters");
        } else if (name != null && PasswordRules.contains(password, name)) {
            violations.add("password", "must not contain the name");
        }
    }

    Scope scope() {
        return new Scope(
                owners == null ? null : Set.copyOf(owners), warehouses == null ? null : Set.copyOf(warehouses));
    }

    /** Without the password: it must not reach a log. */
    @Override
    public String toString() {
        return "NewPerson[" + name + "]";
    }
}
