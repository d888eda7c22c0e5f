package dev.lotline.operations.messaging.webhooks;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.operations.messaging.OutboxEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a subscription may look like, and which events are for it. */
public final class WebhookRules {
    public static final String STANDARD = "STANDARD";
    public static final String SHIPSTREAM = "SHIPSTREAM";
    static final String ADJUSTED = "inventory:adjusted";

    private static final int LONGEST_URL = 2_000;
    private static final int TLS = 443;
    private static final Set<Integer> PORTS = Set.of(TLS, 8443);
    private static final Set<String> TOPICS = Set.of(
            "lotline.movement",
            "lotline.receiving",
            "lotline.order",
            "lotline.hold",
            "lotline.print",
            "lotline.device",
            "lotline.storage");

    private WebhookRules() {}

    /** Ends with VALIDATION_FAILED naming every wrong field. */
    static WebhookSpec checked(String code, @Nullable WebhookSpec spec, boolean insecure) {
        FieldCheck check = new FieldCheck().code("webhook", code).that(spec != null, "body", "is required");
        if (spec == null) {
            check.done();
            throw new IllegalStateException();
        }
        String dialect = spec.dialect() == null ? STANDARD : spec.dialect();
        List<String> topics = spec.topics() == null ? List.of() : spec.topics();
        Set<String> known = dialect.equals(SHIPSTREAM) ? Set.of(ADJUSTED) : TOPICS;
        check.that(spec.url() != null, "url", "is required")
                .text("url", spec.url(), LONGEST_URL)
                .oneOf("dialect", dialect, Set.of(STANDARD, SHIPSTREAM))
                .optionalCode("owner", spec.owner())
                .that(!topics.isEmpty(), "topics", "is required")
                .that(
                        known.containsAll(topics),
                        "topics",
                        "must be of " + known.stream().sorted().toList());
        String problem = spec.url() == null ? "" : problem(spec.url(), insecure);
        check.that(problem.isEmpty(), "url", problem).done();
        return new WebhookSpec(
                spec.url(),
                topics.stream().distinct().sorted().toList(),
                spec.owner(),
                dialect,
                spec.active() == null || spec.active());
    }

    /** @param insecure http and any port as well */
    static String problem(String url, boolean insecure) {
        try {
            URI uri = new URI(url);
            boolean tls = "https".equals(uri.getScheme());
            if (!tls && !(insecure && "http".equals(uri.getScheme()))) {
                return "must begin with https://";
            }
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return "must name a host, and neither a user nor a fragment";
            }
            int port = uri.getPort() < 0 ? TLS : uri.getPort();
            return insecure || PORTS.contains(port) ? "" : "must have port 443 or 8443";
        } catch (URISyntaxException e) {
            return "is no address";
        }
    }

    /** Whether an event of this topic and owner is told to who subscribed to these topics for this owner. */
    public static boolean wants(List<String> topics, @Nullable String subscriber, OutboxEvent event) {
        return topics.contains(event.topic()) && (subscriber == null || subscriber.equals(event.owner()));
    }
}
