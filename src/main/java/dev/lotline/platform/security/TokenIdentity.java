package dev.lotline.platform.security;

import dev.lotline.kernel.Actor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Turns a token into the identity of its holder: principal = the actor, roles = the names of its capabilities. */
@Singleton
public final class TokenIdentity implements IdentityProvider<TokenAuthenticationRequest> {
    private final Credentials credentials;

    TokenIdentity(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return credentials
                .holder(request.getToken().getToken())
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .map(TokenIdentity::of);
    }

    public static SecurityIdentity of(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(actor)
                .addRoles(actor.capabilities().stream().map(Enum::name).collect(Collectors.toSet()))
                .build();
    }
}
