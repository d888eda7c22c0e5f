package dev.lotline.platform.security;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.Token;
import dev.lotline.kernel.access.Revocations;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a token. An answer is believed for one second at most, so that a revocation counts everywhere within that
 * time; what is remembered is bounded.
 */
@Singleton
final class Credentials implements Revocations {
    private static final long BELIEVED_NANOS = 900_000_000L;
    private static final int MOST = 4096;
    private static final String ADMIN = "admin";

    private record Known(Actor actor, long askedNanos) {}

    private final AdminToken adminToken;
    private final CredentialSql sql;
    private final Map<ByteBuffer, Known> known = new LinkedHashMap<>();

    Credentials(AdminToken adminToken, CredentialSql sql) {
        this.adminToken = adminToken;
        this.sql = sql;
    }

    /** The holder, or null for a token that is unknown or revoked. */
    Uni<@Nullable Actor> holder(String token) {
        byte[] hash = Token.hash(token);
        if (adminToken.is(hash)) {
            return Uni.createFrom().item(new Actor(ADMIN, Role.ADMIN, Capabilities.of(Role.ADMIN), Scope.ALL, ADMIN));
        }
        ByteBuffer key = ByteBuffer.wrap(hash);
        long now = System.nanoTime();
        Actor remembered = remembered(key, now);
        return remembered != null
                ? Uni.createFrom().item(remembered)
                : sql.holder(hash).invoke(actor -> remember(key, actor, now));
    }

    @Override
    public CompletionStage<Set<String>> of(Set<String> names) {
        return names.isEmpty()
                ? CompletableFuture.completedFuture(Set.of())
                : sql.revoked(names).subscribeAsCompletionStage();
    }

    private @Nullable Actor remembered(ByteBuffer key, long now) {
        synchronized (known) {
            Known entry = known.get(key);
            return entry != null && now - entry.askedNanos < BELIEVED_NANOS ? entry.actor : null;
        }
    }

    /** Oldest first out. Unknown tokens are not remembered: a stranger must not push a handheld out. */
    private void remember(ByteBuffer key, @Nullable Actor actor, long askedNanos) {
        synchronized (known) {
            known.remove(key);
            if (actor == null) {
                return;
            }
            known.put(key, new Known(actor, askedNanos));
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }
}
