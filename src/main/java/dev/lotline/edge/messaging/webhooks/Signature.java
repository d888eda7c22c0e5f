package dev.lotline.edge.messaging.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a receiver knows that a message is ours: HMAC-SHA256. */
final class Signature {
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /** The header {@code webhook-signature}: one for every secret that counts, separated by spaces. */
    static String standard(List<String> secrets, String id, long seconds, String body) {
        String signed = id + "." + seconds + "." + body;
        return secrets.stream().map(secret -> "v1," + hmac(key(secret), signed)).collect(Collectors.joining(" "));
    }

    /** The header {@code X-Plugin-Hmac-Sha256}: of the body, with the secret as it is written. */
    static String shipStream(String secret, String body) {
        return hmac(secret.getBytes(StandardCharsets.UTF_8), body);
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
