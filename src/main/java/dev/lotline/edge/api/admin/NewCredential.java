package dev.lotline.edge.api.admin;

import dev.lotline.kernel.Role;
import dev.lotline.operations.access.CredentialRules;
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
    /** Ends with VALIDATION_FAILED. */
    void check() {
        CredentialRules.check(name, role, owners, warehouses);
    }
}
