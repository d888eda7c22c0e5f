import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches the labels of one printer and sends them to it. What it is about to send it writes into its journal before the
 * first byte goes out, so that a restart never prints a job twice: what stands there without an end is said to be unknown.
 *
 * <p>{@code java Relay.java --url https://… --token-file FILE --printer P-SHOP --to 192.168.1.50:9100 --journal FILE}
 */
public final class Relay {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int REPLY_MILLIS = 1_500;
    private static final int EVIDENCE_MILLIS = 20_000;
    private static final int BETWEEN_LOOKS_MILLIS = 320;
    private static final int WAIT_SECONDS = 25;
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|(\\d+))");
    private static final Pattern IDLE =
            Pattern.compile("\u0002[^,]*,0,0,[^,]*,000,0,.*\u0002[^,]*,[^,]*,0,0,.*,0{1,8},", Pattern.DOTALL);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
            .build();
    private final String url;
    private final String token;
    private final String printer;
    private final InetSocketAddress to;
    private final Path journal;

    private Relay(String url, String token, String printer, InetSocketAddress to, Path journal) {
        this.url = url;
        this.token = token;
        this.printer = printer;
        this.to = to;
        this.journal = journal;
    }

    public static void main(String[] arguments) throws Exception {
        String[] printer = option(arguments, "--to").split(":");
        Relay relay = new Relay(
                option(arguments, "--url"),
                Files.readString(Path.of(option(arguments, "--token-file"))).strip(),
                option(arguments, "--printer"),
                new InetSocketAddress(printer[0], Integer.parseInt(printer[1])),
                Path.of(option(arguments, "--journal")));
        relay.recover();
        while (true) {
            relay.turn();
        }
    }

    private static String option(String[] arguments, String name) {
        for (int n = 0; n + 1 < arguments.length; n += 2) {
            if (arguments[n].equals(name)) {
                return arguments[n + 1];
            }
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    /** A job that was begun and of which nothing else is written came out or did not. */
    private void recover() throws Exception {
        if (Files.exists(journal)) {
            String last = Files.readString(journal).strip();
            if (!last.isEmpty()) {
                say(last, "UNKNOWN", 0);
            }
        }
    }

    private void turn() throws Exception {
        HttpResponse<String> next;
        try {
            next = http.send(
                    request("/" + printer + "/next?wait=" + WAIT_SECONDS)
                            .timeout(Duration.ofSeconds(WAIT_SECONDS + 10))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            rest(2_000);
            return;
        }
        if (next.statusCode() != 200) {
            rest(next.statusCode() == 204 ? 0 : 5_000);
            return;
        }
        String job = field(next.body(), "job");
        byte[] zpl = Base64.getDecoder().decode(field(next.body(), "zpl"));
        print(job, zpl);
    }

    private void print(String job, byte[] zpl) throws Exception {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(to, CONNECT_MILLIS);
                socket.setSoTimeout(REPLY_MILLIS);
                if (!idle(socket)) {
                    throw new IOException("not ready");
                }
            } catch (IOException e) {
                say(job, "NOT_STARTED", 0);
                rest(2_000);
                return;
            }
            write(job);
            try {
                socket.getOutputStream().write(zpl);
                socket.getOutputStream().flush();
                say(job, confirmed(socket) ? "CONFIRMED" : "UNKNOWN", zpl.length);
            } catch (IOException e) {
                say(job, "UNKNOWN", zpl.length);
            }
        }
    }

    /** Two replies after the last byte, both without work left. */
    private static boolean confirmed(Socket socket) throws IOException, InterruptedException {
        long until = System.nanoTime() + EVIDENCE_MILLIS * 1_000_000L;
        int idle = 0;
        while (idle < 2 && System.nanoTime() < until) {
            rest(BETWEEN_LOOKS_MILLIS);
            idle = idle(socket) ? idle + 1 : 0;
        }
        return idle == 2;
    }

    private static boolean idle(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("~HS".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        InputStream in = socket.getInputStream();
        StringBuilder reply = new StringBuilder();
        try {
            while (reply.chars().filter(c -> c == '\u0003').count() < 3 && reply.length() < 8_192) {
                int read = in.read();
                if (read < 0) {
                    throw new IOException("the printer closed the connection");
                }
                reply.append((char) read);
            }
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
        return IDLE.matcher(reply).find();
    }

    /** Says it until it is heard; a server that refuses has its reasons, and knows. */
    private void say(String job, String result, int bytes) throws Exception {
        while (true) {
            try {
                String body = "{\"result\":\"" + result + "\",\"bytesWritten\":" + bytes + "}";
                int status = http.send(
                                request("/jobs/" + job)
                                        .header("Content-Type", "application/json")
                                        .timeout(Duration.ofSeconds(10))
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                if (status < 500) {
                    write("");
                    return;
                }
            } catch (IOException e) {
                // no network: it is said again
            }
            rest(1_000);
        }
    }

    /** On disk before anything else happens. */
    private void write(String job) throws IOException {
        try (FileChannel file = FileChannel.open(
                journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(ByteBuffer.wrap(job.getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/printing/relay" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static String field(String json, String name) {
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2) == null ? field.group(3) : field.group(2);
            }
        }
        throw new IllegalStateException("no " + name + " in the answer");
    }

    private static void rest(int millis) throws InterruptedException {
        java.util.concurrent.TimeUnit.MILLISECONDS.sleep(millis);
    }
}
