package lotline.simulators;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One keep-alive HTTP/1.1 connection on a blocking socket: whole requests out as bytes, answers in by length or chunks.
 * Connects when first needed; after any failure the next use connects anew. For one thread.
 */
final class Door implements AutoCloseable {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MAX_BODY = 64 << 20;

    /** What a scan or a command may take. */
    static final int USUAL_MILLIS = 30_000;

    private final Address address;
    private final int answerMillis;
    private Socket socket;
    private OutputStream out;
    private InputStream in;
    private final byte[] buffer = new byte[16 << 10];
    private int from;
    private int to;
    private byte[] body = new byte[8 << 10];
    private byte[] line = new byte[512];
    private boolean closing;

    /** {@code answerMillis}: how long an answer may take before the connection counts as lost. */
    Door(Address address, int answerMillis) {
        this.address = address;
        this.answerMillis = answerMillis;
    }

    Reply exchange(byte[] request) throws IOException {
        write(request, request.length);
        return read();
    }

    /** Sends without waiting for the answer. */
    void write(byte[] request, int length) throws IOException {
        connect();
        try {
            out.write(request, 0, length);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    Reply read() throws IOException {
        if (socket == null) {
            throw new EOFException("the connection is closed");
        }
        try {
            Reply reply = answer();
            if (closing) {
                close();
            }
            return reply;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** As a handheld that walks out of the radio cell: what was sent may or may not have arrived. */
    @Override
    public void close() {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("A connection did not close: " + e.getMessage());
        }
        socket = null;
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        Socket fresh = new Socket();
        try {
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(answerMillis);
            fresh.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
            in = fresh.getInputStream();
            out = fresh.getOutputStream();
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        from = 0;
        to = 0;
        closing = false;
        socket = fresh;
    }

    private Reply answer() throws IOException {
        int length = line();
        if (length < 12 || line[0] != 'H') {
            throw new IOException("no HTTP answer");
        }
        int status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
        long retryAfter = -1;
        int size = status == 204 || status == 304 ? 0 : -1;
        boolean chunked = false;
        while ((length = line()) > 0) {
            // two letters tell the headers that matter from the rest; only those become text
            char first = Character.toLowerCase((char) line[0]);
            if (first != 'c' && first != 't' && first != 'r') {
                continue;
            }
            String header = new String(line, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (header.startsWith("content-length:")) {
                size = Integer.parseInt(value);
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = value.contains("chunked");
            } else if (header.startsWith("connection:")) {
                closing = value.contains("close");
            } else if (header.startsWith("retry-after:")) {
                retryAfter = value.chars().allMatch(Character::isDigit) ? Long.parseLong(value) * 1000 : 1000;
            }
        }
        if (status == 100) {
            return answer();
        }
        // before the body is named: reading may have to make it larger
        int filled = chunked ? chunks() : sized(size);
        return new Reply(status, body, filled, retryAfter);
    }

    private int sized(int size) throws IOException {
        if (size < 0) {
            throw new IOException("an answer without length");
        }
        fill(0, size);
        return size;
    }

    private int chunks() throws IOException {
        int length = 0;
        while (true) {
            String size = new String(line, 0, line(), StandardCharsets.ISO_8859_1);
            int end = size.indexOf(';');
            int chunk = Integer.parseInt((end < 0 ? size : size.substring(0, end)).strip(), 16);
            if (chunk == 0) {
                while (line() > 0) {
                    continue; // trailers
                }
                return length;
            }
            fill(length, chunk);
            length += chunk;
            line();
        }
    }

    private void fill(int at, int size) throws IOException {
        if (size > MAX_BODY - at) {
            throw new IOException("an answer of more than " + MAX_BODY + " bytes");
        }
        if (at + size > body.length) {
            body = Arrays.copyOf(body, Math.max(at + size, body.length * 2));
        }
        int left = size;
        while (left > 0) {
            if (from == to) {
                more();
            }
            int some = Math.min(left, to - from);
            System.arraycopy(buffer, from, body, at + size - left, some);
            from += some;
            left -= some;
        }
    }

    /** Reads one line without its end and answers its length. */
    private int line() throws IOException {
        int length = 0;
        while (true) {
            if (from == to) {
                more();
            }
            byte b = buffer[from++];
            if (b == '\n') {
                return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            }
            if (length == line.length) {
                if (length >= 64 << 10) {
                    throw new IOException("a header line without end");
                }
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = b;
        }
    }

    private void more() throws IOException {
        from = 0;
        to = in.read(buffer);
        if (to <= 0) {
            to = 0;
            throw new EOFException("the connection ended");
        }
    }
}
