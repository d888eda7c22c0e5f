package dev.lotline.edge.console.shell.live;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A word that differs when any of the texts does, or their order. */
public final class Sum {
    private static final int END = 0xff;
    private static final int NOTHING = 0xfe;

    private final CRC32 sum = new CRC32();

    /** Of one text. */
    public static String of(String text) {
        return new Sum().add(text).word();
    }

    /** Neither byte after it is one of a text's. */
    public Sum add(@Nullable String text) {
        if (text == null) {
            sum.update(NOTHING);
        } else {
            sum.update(text.getBytes(StandardCharsets.UTF_8));
        }
        sum.update(END);
        return this;
    }

    public String word() {
        return Long.toHexString(sum.getValue());
    }
}
