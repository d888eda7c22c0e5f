package dev.lotline.edge.messaging.webhooks;

import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.OutboxEvent;
import dev.lotline.operations.messaging.webhooks.Adjusted;
import dev.lotline.operations.messaging.webhooks.Deliveries;
import dev.lotline.operations.messaging.webhooks.Deliveries.New;
import dev.lotline.operations.messaging.webhooks.Deliveries.Subscriber;
import dev.lotline.operations.messaging.webhooks.WebhookRules;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a message for everybody whom an event concerns, in the transaction that moves the mark. */
final class Fanout {
    private static final int BATCH = 200;

    private final Outbox.Reader reader;
    private final Deliveries deliveries;

    Fanout(Outbox outbox, Deliveries deliveries) {
        this.reader = outbox.reader();
        this.deliveries = deliveries;
    }

    /** True = there may be more. */
    Uni<Boolean> step() {
        return reader.exactlyOnce(Outbox.WEBHOOKS, BATCH, deliveries::subscribers, this::write);
    }

    private Uni<Void> write(SqlClient db, List<Subscriber> all, List<OutboxEvent> events) {
        Uni<List<Adjusted>> adjusted = all.stream().anyMatch(Fanout::speaksShipStream)
                ? deliveries.adjusted(db, events)
                : Uni.createFrom().item(List.of());
        return adjusted.chain(changes -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(each -> deliveries.add(
                        db, each, speaksShipStream(each) ? adjustments(each, events, changes) : told(each, events)))
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private static boolean speaksShipStream(Subscriber subscriber) {
        return subscriber.dialect().equals(WebhookRules.SHIPSTREAM);
    }

    private static List<New> told(Subscriber subscriber, List<OutboxEvent> events) {
        return events.stream()
                .filter(event -> WebhookRules.wants(subscriber.topics(), subscriber.owner(), event))
                .map(MessageVocabulary::standard)
                .toList();
    }

    /** One message for each event and owner. */
    private static List<New> adjustments(Subscriber subscriber, List<OutboxEvent> events, List<Adjusted> changes) {
        Map<Long, OutboxEvent> byNumber =
                events.stream().collect(Collectors.toMap(OutboxEvent::number, event -> event));
        return changes.stream()
                .filter(change ->
                        subscriber.owner() == null || subscriber.owner().equals(change.owner()))
                .collect(Collectors.groupingBy(
                        change -> String.format("%019d ", change.event()) + change.owner(),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(ofOne -> MessageVocabulary.shipStream(
                        Objects.requireNonNull(byNumber.get(ofOne.get(0).event())), ofOne))
                .toList();
    }
}
