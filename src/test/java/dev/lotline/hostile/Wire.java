package dev.lotline.hostile;

import dev.lotline.given.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** A bare socket to the house, for what no decent HTTP client would do. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    static Wire open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Wire(socket);
    }

    static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** Request line and headers of the administrator, up to and with the empty line; each of {@code more} one header. */
    static String head(String method, String path, String... more) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n")
                .append("Authorization: Bearer ")
                .append(World.ADMIN)
                .append("\r\n");
        for (String header : more) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** A whole request with a JSON body. */
    static byte[] request(String method, String path, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = head(method, path, "Content-Type: application/json", "Content-Length: " + length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** True when the house has begun to answer or has hung up. */
    boolean answered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** What comes until the house has nothing more to say: up to the end of a body of known length, else of all. */
    Answer answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up after: " + head);
            }
            head.append((char) next);
        }
        String[] lines = head.toString().split("\r\n");
        String type = "";
        int length = 0;
        for (String line : lines) {
            if (line.toLowerCase().startsWith("content-type:")) {
                type = line.substring(line.indexOf(':') + 1).strip();
            } else if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), type, body);
    }

    /** Hangs up at once with a reset instead of a farewell. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
