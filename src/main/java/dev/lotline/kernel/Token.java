package dev.lotline.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A bearer token: 256 random bits behind a prefix that leak finders know. Shown once, kept only as its SHA-256. */
public final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /** A new token: {@code ll_d_…} for a device, {@code ll_k_…} for anyone else. */
    public static Token make(Role role) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String prefix = role == Role.DEVICE ? "ll_d_" : "ll_k_";
        return new Token(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public String text() {
        return text;
    }

    public byte[] hash() {
        return hash(text);
    }

    /** SHA-256 of the token's UTF-8 bytes; comparing hashes takes the same time whatever differs. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the token: it must not reach a log. */
    @Override
    public String toString() {
        return "Token";
    }
}
