package dev.lotline.edge.console.webhooks;

import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.messaging.webhooks.Delivery;
import dev.lotline.operations.messaging.webhooks.Webhook;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of subscriptions and of what they were told. */
final class WebhookTables {
    static final Table<Webhook> SUBSCRIPTIONS = Table.of("webhooks", Webhook::webhook)
            .sortedHere()
            .columns(
                    Column.<Webhook>text("webhook", words(WebhookWords::webhook), Webhook::webhook)
                            .link(row -> WebhookPages.address(row.webhook())),
                    Column.<Webhook>text("url", words(WebhookWords::url), Webhook::url)
                            .look(row -> "name"),
                    Column.text("topics", words(WebhookWords::topics), row -> String.join(" ", row.topics())),
                    Column.text("owner", words(WebhookWords::owner), Webhook::owner),
                    Column.text("dialect", words(WebhookWords::dialect), Webhook::dialect),
                    Column.text("active", words(WebhookWords::active), Webhook::active),
                    Column.<Webhook>text("stopped", words(WebhookWords::stopped), Webhook::stopped)
                            .look(row -> row.stopped() == null ? "" : "warn"),
                    Column.text("changedBy", words(WebhookWords::changed_by), Webhook::changedBy),
                    Column.text("changedAt", words(WebhookWords::changed_at), Webhook::changedAt));

    static final String STATE = "state";
    static final List<String> STATES = List.of("PENDING", "SENDING", "DELIVERED", "FAILED");

    static final Table<Delivery> DELIVERIES = Table.of("deliveries", Delivery::number)
            .oneOf(STATE, words(WebhookWords::any), STATES)
            .sortedHere()
            .columns(
                    Column.number("number", words(WebhookWords::number), Delivery::number),
                    Column.<Delivery>text("id", words(WebhookWords::message_id), Delivery::id)
                            .extra(),
                    Column.text("type", words(WebhookWords::type), Delivery::type),
                    Column.<Delivery>text("event", words(WebhookWords::event), Delivery::event)
                            .extra(),
                    Column.<Delivery>text("state", Text.of(Words.class, Words::state), Delivery::state)
                            .look(row -> row.state().equals("FAILED") ? "warn" : ""),
                    Column.number("attempts", words(WebhookWords::attempts), Delivery::attempts),
                    Column.number("status", words(WebhookWords::status), Delivery::status),
                    Column.<Delivery>text("failure", words(WebhookWords::answer), Delivery::failure)
                            .look(row -> "says"),
                    Column.number("millis", language -> "ms", Delivery::millis),
                    Column.<Delivery>text("createdAt", Text.of(Words.class, Words::when), Delivery::createdAt)
                            .exact(),
                    Column.<Delivery>text("doneAt", words(WebhookWords::done_at), Delivery::doneAt)
                            .exact()
                            .extra(),
                    Column.<Delivery>text("nextTryAt", words(WebhookWords::next_try), WebhookTables::next)
                            .exact(),
                    Column.acts((frame, asked, row) -> DeliveryPages.Templates.deliveryActs(frame, asked.path(), row)));

    private static @Nullable OffsetDateTime next(Delivery row) {
        return row.state().equals("PENDING") ? row.nextTryAt() : null;
    }

    private WebhookTables() {}

    private static Text words(Function<WebhookWords, String> message) {
        return Text.of(WebhookWords.class, message);
    }
}
