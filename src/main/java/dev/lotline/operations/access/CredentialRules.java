package dev.lotline.operations.access;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.access.PersonRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a credential must be called and be confined to. */
public final class CredentialRules {
    private static final String RESERVED = "admin";

    private CredentialRules() {}

    /** Ends with VALIDATION_FAILED naming every wrong field. */
    public static void check(
            @Nullable String name,
            @Nullable Role role,
            @Nullable List<String> owners,
            @Nullable List<String> warehouses) {
        FieldCheck check = new FieldCheck()
                .code("name", name)
                .that(role != null, "role", "is required")
                .that(!RESERVED.equals(name), "name", "is the administrator's own")
                .that(role != Role.MERCHANT || owners != null, "owners", "is required for a merchant");
        PersonRules.codes(check, "owners", owners);
        PersonRules.codes(check, "warehouses", warehouses);
        check.done();
    }
}
