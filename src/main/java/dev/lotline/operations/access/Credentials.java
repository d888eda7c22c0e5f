package dev.lotline.operations.access;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Token;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials: made, listed, revoked, never deleted. */
@Singleton
public class Credentials {
    /** @param token shown once, kept only as its hash */
    public record Made(String name, Role role, Token token) {}

    private final CredentialSql sql;

    Credentials(CredentialSql sql) {
        this.sql = sql;
    }

    /**
     * Ends with REFERENCE_REUSED: the name was used before, by a revoked one too.
     *
     * @param owners null = all, likewise the warehouses
     */
    public Uni<Made> make(String name, Role role, @Nullable List<String> owners, @Nullable List<String> warehouses) {
        Token token = Token.make(role);
        return sql.make(name, role, owners, warehouses, token.hash()).map(made -> {
            if (!made) {
                throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", name);
            }
            return new Made(name, role, token);
        });
    }

    /** By name, revoked ones too. */
    public Uni<List<CredentialView>> page(String afterName, int limit) {
        return sql.page(afterName, limit);
    }

    /**
     * Counts everywhere within one second; twice is the same as once. Ends with NOT_FOUND.
     *
     * @param only the role it must have; null = any
     */
    public Uni<Void> revoke(String name, @Nullable Role only) {
        return sql.revoke(name, only)
                .invoke(known -> {
                    if (!known) {
                        throw Refusal.of(RefusalCode.NOT_FOUND);
                    }
                })
                .replaceWithVoid();
    }
}
