package dev.lotline.platform.http;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in plain words, once the door is open, where to knock. One record of the log where the log is JSON. */
@ApplicationScoped
class Welcome {
    private final boolean json;

    Welcome(@ConfigProperty(name = "quarkus.log.console.json.enabled") Optional<Boolean> json) {
        this.json = json.orElse(false);
    }

    void open(@ObservesAsync HttpServerStart server) {
        String text = text(server.options().getHost(), server.options().getPort());
        if (json) {
            Log.info(text.replaceAll("\\s+", " ").strip());
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
