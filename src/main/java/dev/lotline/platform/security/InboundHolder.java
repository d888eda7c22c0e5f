package dev.lotline.platform.security;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.access.Holder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token of the inbound channels, asked for anew with every message: a revocation counts within a second. */
@Singleton
final class InboundHolder implements Holder {
    private final Credentials credentials;
    private final Optional<String> token;

    InboundHolder(Credentials credentials, @ConfigProperty(name = "lotline.inbound.token") Optional<String> token) {
        this.credentials = credentials;
        this.token = token;
    }

    @Override
    public CompletionStage<Actor> may(Capability capability) {
        if (token.isEmpty()) {
            return CompletableFuture.failedFuture(Refusal.of(RefusalCode.UNAUTHENTICATED));
        }
        return credentials
                .holder(token.get())
                .map(actor -> {
                    if (actor == null) {
                        throw Refusal.of(RefusalCode.UNAUTHENTICATED);
                    }
                    if (!actor.may(capability)) {
                        throw Refusal.of(RefusalCode.FORBIDDEN, "needs", capability.name());
                    }
                    return actor;
                })
                .subscribeAsCompletionStage();
    }
}
