package dev.lotline.hostile;

import dev.lotline.given.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests as they stand, without looking at what is in them. */
final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Client() {}

    static Answer json(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", new byte[0]);
    }

    /** JSON as the holder of this token. */
    static Answer sendAs(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(token, method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return send(World.ADMIN, method, path, type, body, headers);
    }

    private static Answer send(String token, String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + Wire.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }
}
