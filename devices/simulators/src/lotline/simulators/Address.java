package lotline.simulators;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where the server listens and with which token it is spoken to; builds requests as bytes. */
record Address(String host, int port, String token) {
    static Address of(String url, String token) {
        URI uri = URI.create(url);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("--url takes http://host:port (TLS ends at a proxy), not " + url);
        }
        return new Address(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), token);
    }

    /** {@code headers} as complete lines, each with its line end; {@code body} may be null. */
    byte[] request(String method, String path, String headers, String body) {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        byte[] head = head(method, path, headers, content.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }

    private String head(String method, String path, String headers, int length) {
        StringBuilder head = new StringBuilder(256);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append(':')
                .append(port);
        head.append("\r\nAuthorization: Bearer ").append(token).append("\r\nAccept: application/json\r\n");
        head.append(headers);
        if (length > 0 || !"GET".equals(method)) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(length)
                    .append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
