package dev.lotline.platform.security;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Problem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.Text;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code Authorization: Bearer <token>} and nothing else: no cookie, no query parameter. Who is refused here reads a
 * problem document as everywhere.
 */
@Singleton
public final class BearerMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(BearerMechanism.class);
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";
    /** This door reads Basic, bearer and sessions by itself and says no in its own format. */
    private static final String JSON_RPC = "/api/jsonrpc";

    private static final String DEVICE_HEADER = "Lotline-Device";
    private static final String REFUSAL = BearerMechanism.class.getName() + ".refusal";
    private static final int LONGEST_TOKEN = 512;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || context.normalizedPath().equals(JSON_RPC)) {
            return Uni.createFrom().nullItem();
        }
        String token = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return identities
                .authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")))
                .map(identity -> onDevice(identity, context))
                .onFailure(fault -> !(fault instanceof AuthenticationFailedException))
                .transform(fault -> unavailable(fault, context));
    }

    /** A handheld is itself; others may say which device they speak for. */
    private static SecurityIdentity onDevice(SecurityIdentity identity, RoutingContext context) {
        Actor actor = (Actor) identity.getPrincipal();
        String named = context.request().getHeader(DEVICE_HEADER);
        if (named == null || actor.role() == Role.DEVICE || actor.role() == Role.MERCHANT) {
            return identity;
        }
        String problem = Text.problem(named, Text.CODE);
        if (!problem.isEmpty()) {
            context.put(REFUSAL, Refusal.invalid(DEVICE_HEADER, problem));
            throw new AuthenticationFailedException();
        }
        return TokenIdentity.of(new Actor(actor.name(), actor.role(), actor.capabilities(), actor.scope(), named));
    }

    /** Nobody can be recognised while the database is away; that is not the caller's fault. */
    private static Throwable unavailable(Throwable fault, RoutingContext context) {
        LOG.warnf("no credential can be looked up: %s", fault.toString());
        context.put(REFUSAL, Refusal.of(RefusalCode.UNAVAILABLE));
        return new AuthenticationFailedException(fault);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Refusal refusal = context.get(REFUSAL, Refusal.of(RefusalCode.UNAUTHENTICATED));
        Locale language = Sentences.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problem.of(refusal, language, context.request().path());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryable()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Problem.RETRY_AFTER_SECONDS));
        } else if (refusal.code() == RefusalCode.UNAUTHENTICATED) {
            context.response().putHeader(CHALLENGE, SCHEME.strip());
        }
        context.response().end(Json.encode(problem.members()));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<@Nullable ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(RefusalCode.UNAUTHENTICATED.status(), CHALLENGE, SCHEME.strip()));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
