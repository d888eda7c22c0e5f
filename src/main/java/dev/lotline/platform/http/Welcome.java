package dev.lotline.platform.http;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in plain words, once everything has started, where to knock. One record of the log where the log is JSON. */
@ApplicationScoped
class Welcome {
    private static final int AFTER_ALL_OTHERS = 4_000;

    private final String host;
    private final boolean json;
    private volatile int port;

    Welcome(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.log.console.json.enabled") Optional<Boolean> json) {
        this.host = host;
        this.port = port;
        this.json = json.orElse(false);
    }

    void listening(@Observes HttpServerStart server) {
        port = server.options().getPort();
    }

    void atStart(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent start) {
        String text = text(host, port);
        if (json) {
            Log.info(text.replaceAll("\\s+", " "));
        } else {
            System.out.println(text);
        }
    }

    static String text(String host, int port) {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        String url = "http://" + name + ":" + port;
        return """

                Lotline is ready.
                    Start here       %1$s/
                    API explorer     %1$s/q/swagger-ui
                    OpenAPI          %1$s/q/openapi
                    Health           %1$s/q/health
                    Metrics          %1$s/q/metrics""".formatted(url);
    }
}
