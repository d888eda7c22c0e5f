package dev.lotline.edge.jsonrpc;

import dev.lotline.kernel.Actor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the holder of a key, told by the {@code Authorization} header or by a session that stands for the key. A
 * session is never more than its key: revoked with it, with the scope that it has now.
 */
@Singleton
class Callers {
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_KEY = 512;

    private final IdentityProviderManager identities;
    private final RpcSessionSql sql;
    private final Attempts attempts;

    Callers(IdentityProviderManager identities, RpcSessionSql sql, Attempts attempts) {
        this.identities = identities;
        this.attempts = attempts;
        this.sql = sql;
    }

    /** Opens a session for a credential's name and key. The same no whichever of them is wrong. */
    Uni<String> login(String address, String name, String key) {
        RpcSession session = RpcSession.open();
        return named(address, name, key)
                .chain(actor -> sql.open(session, actor.name(), key))
                .replaceWith(session.text());
    }

    /** @param session null = by the header */
    Uni<Actor> caller(String address, @Nullable String session, @Nullable String authorization) {
        return session == null ? byHeader(address, authorization) : bySession(session);
    }

    private Uni<Actor> bySession(String text) {
        RpcSession session = RpcSession.parse(text);
        if (session == null) {
            return Uni.createFrom().failure(RpcFault.sessionExpired());
        }
        return sql.key(session)
                .onItem()
                .ifNull()
                .failWith(RpcFault::sessionExpired)
                .chain(key -> holder(key, RpcFault::sessionExpired));
    }

    private Uni<Actor> byHeader(String address, @Nullable String authorization) {
        String header = authorization == null ? "" : authorization;
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return holder(header.substring(BEARER.length()).strip(), RpcFault::accessDenied);
        }
        String pair = header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? decoded(header.substring(BASIC.length()).strip())
                : "";
        int colon = pair.indexOf(':');
        return colon < 0
                ? Uni.createFrom().failure(RpcFault.accessDenied())
                : named(address, pair.substring(0, colon), pair.substring(colon + 1));
    }

    /** Whoever is wrong too often has to wait, right or wrong. */
    private Uni<Actor> named(String address, String name, String key) {
        int seconds = attempts.wait(address, name, System.nanoTime());
        if (seconds > 0) {
            return Uni.createFrom().failure(RpcFault.tooManyAttempts(seconds));
        }
        return holder(key, RpcFault::accessDenied)
                .invoke(actor -> {
                    if (!actor.name().equals(name)) {
                        throw RpcFault.accessDenied();
                    }
                })
                .onFailure(RpcFault.class)
                .invoke(() -> attempts.failed(address, name, System.nanoTime()));
    }

    private Uni<Actor> holder(String key, Supplier<RpcFault> unknown) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return Uni.createFrom().failure(unknown.get());
        }
        return identities
                .authenticate(new TokenAuthenticationRequest(new TokenCredential(key, "bearer")))
                .map(identity -> (Actor) identity.getPrincipal())
                .onFailure(AuthenticationFailedException.class)
                .transform(refused -> unknown.get());
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
