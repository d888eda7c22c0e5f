package dev.lotline.edge.console.webhooks;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.operations.messaging.webhooks.Webhook;
import dev.lotline.operations.messaging.webhooks.WebhookSpec;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A subscription as a form sends it, and as it is shown again when it was refused. */
public class WebhookForm {
    @RestForm
    @Nullable
    String webhook;

    @RestForm
    @Nullable
    String url;

    @RestForm
    @Nullable
    String topics;

    @RestForm
    @Nullable
    String owner;

    @RestForm
    @Nullable
    String dialect;

    @RestForm
    @Nullable
    String active;

    static WebhookForm of(Webhook there) {
        WebhookForm form = new WebhookForm();
        form.webhook = there.webhook();
        form.url = there.url();
        form.topics = String.join(" ", there.topics());
        form.owner = there.owner();
        form.dialect = there.dialect();
        form.active = there.active() ? "on" : null;
        return form;
    }

    static WebhookForm blank() {
        WebhookForm form = new WebhookForm();
        form.active = "on";
        return form;
    }

    WebhookSpec spec() {
        List<String> named = Stream.of(Frame.text(topics).split("[\\s,;]+"))
                .filter(each -> !each.isEmpty())
                .toList();
        return new WebhookSpec(Frame.text(url), named, View.given(owner), View.given(dialect), active != null);
    }

    public String code() {
        return Frame.text(webhook);
    }

    /** In pages: what stands in a field. */
    public String get(String field) {
        return Frame.text(
                switch (field) {
                    case "url" -> url;
                    case "topics" -> topics;
                    case "owner" -> owner;
                    case "dialect" -> dialect;
                    default -> active;
                });
    }
}
