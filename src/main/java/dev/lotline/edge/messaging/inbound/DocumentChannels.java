package dev.lotline.edge.messaging.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.access.Holder;
import dev.lotline.operations.messaging.inbox.Inbox;
import dev.lotline.operations.messaging.inbox.Letter;
import dev.lotline.operations.ordering.Accepting;
import dev.lotline.operations.ordering.NewOrder;
import dev.lotline.operations.receiving.Announcing;
import dev.lotline.operations.receiving.NewReceivingOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Orders and receiving orders as CloudEvents whose data is the body of the same POST by REST. One message at a time for
 * each channel: the next is asked of the broker when the last has ended.
 */
@ApplicationScoped
class DocumentChannels {
    private final Inbox inbox;
    private final Holder holder;
    private final Accepting accepting;
    private final Announcing announcing;
    private final ObjectMapper json;

    DocumentChannels(Inbox inbox, Holder holder, Accepting accepting, Announcing announcing, ObjectMapper json) {
        this.inbox = inbox;
        this.holder = holder;
        this.accepting = accepting;
        this.announcing = announcing;
        this.json = json;
    }

    @Incoming("orders")
    Uni<Void> order(byte @Nullable [] body) {
        return take("orders", body, Capability.ORDER_WRITE, (letter, actor) -> {
            NewOrder order = letter.as(json, NewOrder.class);
            return accepting.accept(order, CanonicalJson.hash(json.valueToTree(order)), actor);
        });
    }

    @Incoming("receiving-orders")
    Uni<Void> receivingOrder(byte @Nullable [] body) {
        return take("receiving-orders", body, Capability.INBOUND_WRITE, (letter, actor) -> {
            NewReceivingOrder order = letter.as(json, NewReceivingOrder.class);
            return announcing.announce(order, CanonicalJson.hash(json.valueToTree(order)), actor);
        });
    }

    private Uni<Void> take(
            String channel, byte @Nullable [] body, Capability capability, BiFunction<Letter, Actor, Uni<?>> work) {
        return inbox.take(
                channel,
                body,
                text -> Letter.cloudEvent(json, text),
                letter -> Uni.createFrom()
                        .completionStage(() -> holder.may(capability))
                        .chain(actor -> work.apply(letter, actor)));
    }
}
