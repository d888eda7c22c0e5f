package dev.lotline.edge.printing.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a status of what a printer says: frames in pieces, several at once, with alerts and rubbish between. Never throws,
 * and keeps 8 KB at most.
 */
final class StatusReader {
    static final int MOST_BYTES = 8_192;

    private static final byte STX = 2;
    private static final byte ETX = 3;

    private final StringBuilder frame = new StringBuilder();
    private final List<String> frames = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inFrame;
    private boolean rubbish;

    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            read(bytes.get());
        }
    }

    private void read(byte b) {
        if (b == STX) {
            frame.setLength(0);
            inFrame = true;
        } else if (b == ETX && inFrame) {
            inFrame = false;
            if (frames.size() < 16) {
                frames.add(frame.toString());
            }
        } else if (inFrame) {
            if (frame.length() < MOST_BYTES / 8) {
                frame.append((char) (b & 0xff));
            } else {
                inFrame = false;
                rubbish = true;
            }
        } else if (text.length() < MOST_BYTES / 8) {
            rubbish |= b != '\r' && b != '\n';
            text.append((char) (b & 0xff));
        }
    }

    /** The newest status, null until one is complete. */
    @Nullable
    HostStatus status() {
        for (int n = frames.size() - 2; n >= 0; n--) {
            HostStatus status = HostStatus.of(fields(frames.get(n)), fields(frames.get(n + 1)));
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    /** True if it said something that is no status. */
    boolean saidRubbish() {
        return rubbish || frames.size() >= 3;
    }

    /** What stood outside of frames, for answers that are plain text. */
    String text() {
        return text.toString();
    }

    void forget() {
        frame.setLength(0);
        frames.clear();
        text.setLength(0);
        inFrame = false;
        rubbish = false;
    }

    private static List<String> fields(String frame) {
        List<String> fields = new ArrayList<>();
        for (String field : frame.split(",", -1)) {
            fields.add(field.strip());
        }
        return fields;
    }
}
