package dev.lotline.gs1.own;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The number on a licence plate label of ours: eight characters of chance and a tag of four that only the site's key can
 * make, so that a plate typed wrong or made up is found out without a look into the books.
 */
public final class LicencePlate {

    private static final int BODY = 8;
    private static final int TAG = 4;
    private static final int CHANCE_BITS = 5 * BODY;
    private static final int TAG_BITS = 5 * TAG;

    private LicencePlate() {}

    /**
     * The code behind the prefix.
     *
     * @param chance its lowest 40 bits count; from a generator that can't be guessed
     * @param prefix as printed, {@code LPN-}
     * @param key of the site
     */
    public static String of(long chance, String prefix, byte[] key) {
        String body = Crockford.of(chance & ((1L << CHANCE_BITS) - 1), BODY);
        return body + tag(prefix + body, key);
    }

    /** True if the code is twelve characters of base 32, perhaps with {@code .R<n>} of a reprint behind. */
    public static boolean isShaped(String code) {
        int length = BODY + TAG;
        if (code.length() < length || !Crockford.isAll(code.substring(0, length))) {
            return false;
        }
        String reprint = code.substring(length);
        return reprint.isEmpty()
                || (reprint.startsWith(".R")
                        && reprint.length() > 2
                        && reprint.chars().skip(2).allMatch(c -> c >= '0' && c <= '9'));
    }

    /** True if the code is shaped so and any of the keys has made its tag. */
    public static boolean isGenuine(String code, String prefix, List<byte[]> keys) {
        if (!isShaped(code)) {
            return false;
        }
        String body = code.substring(0, BODY);
        String tag = code.substring(BODY, BODY + TAG);
        return keys.stream().anyMatch(key -> tag.equals(tag(prefix + body, key)));
    }

    /** The first 20 bits of HMAC-SHA-256. */
    private static String tag(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] sum = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            int first = (sum[0] & 0xff) << 16 | (sum[1] & 0xff) << 8 | (sum[2] & 0xff);
            return Crockford.of(first >>> (24 - TAG_BITS), TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
