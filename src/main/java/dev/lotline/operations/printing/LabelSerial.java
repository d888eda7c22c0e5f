package dev.lotline.operations.printing;

import dev.lotline.gs1.check.Mod3736;
import dev.lotline.gs1.own.Crockford;
import org.jspecify.annotations.Nullable;

/** The number of one piece of paper: nine characters of base 32 and a check character. */
public final class LabelSerial {
    private static final int LENGTH = 9;

    private LabelSerial() {}

    static String of(long number) {
        String body = Crockford.of(number, LENGTH);
        return body + Mod3736.of(body);
    }

    /** The number behind a serial; null if it is not built like one. */
    public static @Nullable Long number(String serial) {
        return isShaped(serial) ? Crockford.number(serial.substring(0, LENGTH)) : null;
    }

    /** True if it is built like one of ours; whether there is such a label is in the books. */
    public static boolean isShaped(String text) {
        return text.length() == LENGTH + 1 && Crockford.isAll(text.substring(0, LENGTH)) && Mod3736.isRight(text);
    }
}
