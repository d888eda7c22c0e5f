package dev.lotline.operations.messaging.webhooks;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.Vault;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Subscriptions: made, changed, given a new secret, ended. Whoever is confined to owners sees theirs alone. */
@Singleton
public class Webhooks {
    private static final int MOST = 1_000;
    private static final int SECRET_BYTES = 32;

    /** @param secret told once, when it was made; null = it is known already */
    public record Stored(
            Webhook webhook, boolean created, @Nullable String secret) {}

    private final SecureRandom random = new SecureRandom();
    private final WebhookSql sql;
    private final Vault vault;
    private final boolean insecure;

    Webhooks(WebhookSql sql, Vault vault, @ConfigProperty(name = "lotline.webhooks.insecure") boolean insecure) {
        this.sql = sql;
        this.vault = vault;
        this.insecure = insecure;
    }

    /** Makes or changes one. Ends with VALIDATION_FAILED, UNKNOWN_OWNER, REFERENCE_REUSED (another's, or an ended one). */
    public Uni<Stored> put(String code, @Nullable WebhookSpec asked, Actor actor) {
        WebhookSpec spec = WebhookRules.checked(code, asked, insecure);
        String owner = spec.owner();
        if (owner != null) {
            actor.scope().requireOwner(owner);
        } else if (actor.scope().owners() != null) {
            throw Refusal.invalid("owner", "is required for a credential that is bound to owners");
        }
        String secret = secret();
        return sql.known(code, owner, actor.scope()).chain(known -> {
            if (owner != null && known.owner() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
            }
            if (known.foreign()) {
                throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", code);
            }
            if (known.others() >= MOST) {
                throw Refusal.invalid("webhook", "there are " + MOST + " already");
            }
            return sql.put(code, known.owner(), spec, vault.seal(secret), actor.name())
                    .chain(created ->
                            find(code, actor.scope()).map(now -> new Stored(now, created, created ? secret : null)));
        });
    }

    /** Ends with NOT_FOUND. */
    public Uni<Webhook> find(String code, Scope scope) {
        return sql.one(code, scope).map(found -> {
            if (found == null) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            return found;
        });
    }

    public Uni<List<Webhook>> list(String after, int most, Scope scope) {
        return sql.page(after, most, scope);
    }

    /** A new secret; the old one signs as well for 24 hours. Ends with NOT_FOUND. */
    public Uni<Stored> rotate(String code, Actor actor) {
        String secret = secret();
        return find(code, actor.scope())
                .chain(() -> sql.rotate(code, vault.seal(secret), actor.name()))
                .chain(() -> find(code, actor.scope()))
                .map(now -> new Stored(now, false, secret));
    }

    /** Nothing more is told; what was is kept for its time. Ends with NOT_FOUND. */
    public Uni<Void> delete(String code, Actor actor) {
        return find(code, actor.scope()).chain(() -> sql.delete(code, Objects.requireNonNull(actor.name())));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
