package dev.lotline.edge.console.webhooks;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Column;
import dev.lotline.edge.console.shell.table.Table;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.operations.messaging.webhooks.Delivery;
import dev.lotline.operations.messaging.webhooks.Webhook;
import java.util.function.Function;

/** The columns of subscriptions and of what they were told. */
final class WebhookTables {
    static final Table<Webhook> SUBSCRIPTIONS = Table.of("webhooks", Webhook::webhook)
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

    static final Table<Delivery> DELIVERIES = Table.of("deliveries", Delivery::number)
            .parameters("state", "before")
            .columns(
                    Column.coded("number", Delivery::number),
                    Column.coded("id", Delivery::id),
                    Column.coded("type", Delivery::type),
                    Column.coded("event", Delivery::event),
                    Column.coded("state", Delivery::state),
                    Column.coded("attempts", Delivery::attempts),
                    Column.coded("status", Delivery::status),
                    Column.coded("failure", Delivery::failure),
                    Column.coded("millis", Delivery::millis),
                    Column.coded("createdAt", Delivery::createdAt),
                    Column.coded("doneAt", Delivery::doneAt),
                    Column.coded("nextTryAt", Delivery::nextTryAt));

    private WebhookTables() {}

    private static Text words(Function<WebhookWords, String> message) {
        return Text.of(WebhookWords.class, message);
    }

    static String files(String webhook, String state) {
        return WebhookPages.address(webhook) + "?" + (state.isEmpty() ? "" : "state=" + View.encoded(state) + "&")
                + "format=";
    }
}
