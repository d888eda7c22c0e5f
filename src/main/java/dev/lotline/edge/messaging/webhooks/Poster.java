package dev.lotline.edge.messaging.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One POST to somebody we do not know: to the very address that was looked at, no redirect followed, 3 seconds to connect,
 * 5 in all, and of the answer no more than its status and 4 KB that nobody reads.
 */
final class Poster {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ALL = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4_096;
    private static final int MOST_CONNECTIONS_OF_ONE = 8;
    private static final int TLS = 443;
    private static final int PLAIN = 80;
    private static final int FIRST_OK = 200;
    private static final int FIRST_NOT_OK = 300;

    private final Vertx vertx;
    private final Destinations destinations;
    private final HttpClient client;

    Poster(Vertx vertx, Destinations destinations) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setMaxHeaderSize(LONGEST_ANSWER)
                        .setMaxInitialLineLength(LONGEST_ANSWER)
                        .setKeepAliveTimeout(10)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS_OF_ONE));
    }

    /** The status of the answer; fails with {@link Failed}. */
    Uni<Integer> post(String url, Map<String, String> headers, String body) {
        URI uri = URI.create(url);
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> destinations.of(uri.getHost()), false)
                        .compose(address -> client.request(options(uri, address, headers)))
                        .compose(request -> sent(request, body))
                        .toCompletionStage())
                .ifNoItem()
                .after(ALL.plus(CONNECT))
                .failWith(() -> new Failed("TIMEOUT", null))
                .onFailure(failure -> !(failure instanceof Failed))
                .transform(
                        failure -> new Failed(failure.getClass().getSimpleName() + " " + failure.getMessage(), null));
    }

    private static RequestOptions options(URI uri, InetAddress address, Map<String, String> headers) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? TLS : PLAIN;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(ALL.toMillis());
        headers.forEach(options::putHeader);
        return options;
    }

    private static Future<Integer> sent(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body)).compose(answer -> read(request, answer));
    }

    /** To its end, so that the connection can be used again; too much of it ends the connection. */
    private static Future<Integer> read(HttpClientRequest request, HttpClientResponse answer) {
        Promise<Integer> done = Promise.promise();
        int[] bytes = {0};
        answer.handler(part -> {
                    bytes[0] += part.length();
                    if (bytes[0] > LONGEST_ANSWER) {
                        request.connection().close();
                        judge(done, answer.statusCode());
                    }
                })
                .exceptionHandler(broken -> judge(done, answer.statusCode()))
                .endHandler(end -> judge(done, answer.statusCode()));
        return done.future();
    }

    private static void judge(Promise<Integer> done, int status) {
        if (status >= FIRST_OK && status < FIRST_NOT_OK) {
            done.tryComplete(status);
        } else {
            done.tryFail(new Failed("HTTP " + status, status));
        }
    }
}
