package dev.lotline.edge.api.admin;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Role;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request for a credential: who, as what, and for which owners and warehouses. */
@Schema(name = "NewCredential")
public record NewCredential(
        @Schema(description = "Unique for ever, at most 64 characters.", required = true, example = "HH-07") @Nullable
        String name,

        @Schema(description = "What it may do.", required = true) @Nullable
        Role role,

        @Schema(description = "Owner codes it is confined to; absent = all. A merchant must name its own.") @Nullable
        List<String> owners,

        @Schema(description = "Warehouse codes it is confined to; absent = all.") @Nullable
        List<String> warehouses) {
    private static final int MOST_CODES = 1000;
    private static final String RESERVED = "admin";

    void check() {
        Violations violations = new Violations();
        violations.code("name", name).required("role", role);
        if (RESERVED.equals(name)) {
            violations.add("name", "is the administrator's own");
        }
        if (role == Role.MERCHANT && owners == null) {
            violations.add("owners", "is required for a merchant");
        }
        codes(violations, "owners", owners);
        codes(violations, "warehouses", warehouses);
        violations.refuse();
    }

    static void codes(Violations violations, String field, @Nullable List<String> codes) {
        if (codes == null) {
            return;
        }
        if (codes.isEmpty() || codes.size() > MOST_CODES) {
            violations.add(field, "must name between 1 and " + MOST_CODES + ", or be absent for all");
            return;
        }
        for (int n = 0; n < codes.size(); n++) {
            violations.code(field + "[" + n + "]", codes.get(n));
        }
    }
}
