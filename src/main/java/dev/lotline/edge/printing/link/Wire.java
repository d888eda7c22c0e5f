package dev.lotline.edge.printing.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One connection on which nothing waits for ever. A socket of Java blocks in a write for as long as the other side takes
 * nothing; here a write gives up when nothing moves, and knows how much has gone.
 */
final class Wire implements AutoCloseable {
    private static final int CHUNK = 8_192;

    private final SocketChannel channel;
    private final Selector selector;
    private final Consumer<ByteBuffer> heard;
    private final ByteBuffer in = ByteBuffer.allocate(1_024);

    private Wire(SocketChannel channel, Selector selector, Consumer<ByteBuffer> heard) {
        this.channel = channel;
        this.selector = selector;
        this.heard = heard;
    }

    /**
     * @param address resolved and allowed
     * @param heard takes all that comes in, whenever it comes
     */
    static Wire open(InetSocketAddress address, int timeoutMillis, Consumer<ByteBuffer> heard) throws IOException {
        SocketChannel channel = SocketChannel.open();
        Selector selector = Selector.open();
        Wire wire = new Wire(channel, selector, heard);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(address)) {
                selector.select(timeoutMillis);
                selector.selectedKeys().clear();
                if (!channel.finishConnect()) {
                    throw new SocketTimeoutException("no connection in " + timeoutMillis + " ms");
                }
            }
            return wire;
        } catch (IOException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /**
     * Writes all of it, or gives up when nothing has moved for so long.
     *
     * @param gone is told after each piece how many bytes the network has taken in all
     * @throws Unfinished with the number of bytes that have gone
     */
    void write(byte[] bytes, int patienceMillis, Consumer<Integer> gone) throws Unfinished {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        try {
            long moved = System.nanoTime();
            while (out.hasRemaining()) {
                out.limit(Math.min(bytes.length, out.position() + CHUNK));
                int taken = channel.write(out);
                out.limit(bytes.length);
                if (taken > 0) {
                    moved = System.nanoTime();
                    gone.accept(out.position());
                } else if (millisSince(moved) >= patienceMillis) {
                    throw new SocketTimeoutException("nothing was taken for " + patienceMillis + " ms");
                } else {
                    await(SelectionKey.OP_WRITE | SelectionKey.OP_READ, patienceMillis - millisSince(moved));
                }
            }
        } catch (IOException e) {
            throw new Unfinished(out.position(), e);
        }
    }

    /** Hears what comes within the time; ends with an exception when the other side has closed. */
    void listen(long millis) throws IOException {
        await(SelectionKey.OP_READ, millis);
    }

    private void await(int operations, long millis) throws IOException {
        channel.register(selector, operations);
        selector.select(Math.max(1, millis));
        boolean readable = selector.selectedKeys().stream().anyMatch(key -> key.isValid() && key.isReadable());
        selector.selectedKeys().clear();
        if (!readable) {
            return;
        }
        in.clear();
        int read = channel.read(in);
        if (read < 0) {
            throw new IOException("the printer closed the connection");
        }
        heard.accept(in.flip());
    }

    static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            // nothing depends on it any more
        }
        try {
            channel.close();
        } catch (IOException e) {
            // nothing depends on it any more
        }
    }

    /** A write that did not come to its end. */
    static final class Unfinished extends IOException {
        private static final long serialVersionUID = 1L;
        private final int gone;

        Unfinished(int gone, IOException cause) {
            super(cause.getMessage(), cause);
            this.gone = gone;
        }

        /** Bytes that may have reached the printer. */
        int gone() {
            return gone;
        }
    }
}
