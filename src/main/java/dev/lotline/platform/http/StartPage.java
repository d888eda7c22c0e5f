package dev.lotline.platform.http;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The start page, its command with the address by which the reader has come: what is copied from it works. */
@ApplicationScoped
class StartPage {
    private static final String FILE = "/META-INF/resources/start.html";
    private static final String WRITTEN = "http://127.0.0.1:8080";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");

    private final String page = read();

    private static String read() {
        try (InputStream file = Objects.requireNonNull(StartPage.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(@Observes Router router) {
        router.get("/start").order(-1).handler(this::show);
        router.get("/start.html").order(-1).handler(this::show);
    }

    private void show(RoutingContext request) {
        String address = address(request.request().scheme(), request.request().authority());
        request.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-cache")
                .end(address == null ? page : page.replace(WRITTEN, address));
    }

    /** Null for what no browser sends: it must not end up in the page. */
    static @Nullable String address(@Nullable String scheme, @Nullable HostAndPort asked) {
        if (scheme == null || asked == null || !HOST.matcher(asked.host()).matches()) {
            return null;
        }
        return scheme + "://" + asked.host() + (asked.port() < 0 ? "" : ":" + asked.port());
    }
}
