package dev.lotline.edge.api.admin;

import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.PersonRules;
import java.util.List;
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

        @Schema(description = "ADMIN, SUPERVISOR, BILLING or MERCHANT.", required = true) @Nullable
        Role role,

        @Schema(description = "12 to 72 characters, the name not among them.", required = true) @Nullable
        String password,

        @Schema(description = "Owner codes it is confined to; absent = all. A merchant must name its own.") @Nullable
        List<String> owners,

        @Schema(description = "Warehouse codes it is confined to; absent = all.") @Nullable
        List<String> warehouses) {

    /** Ends with VALIDATION_FAILED, which never repeats the password. */
    void check() {
        PersonRules.check(name, role, password, owners, warehouses);
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
