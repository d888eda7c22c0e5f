package dev.lotline.edge.jsonrpc;

import dev.lotline.kernel.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A session: 128 random bits, told once as 32 hexadecimal digits. They seal the key that opened it (AES-128-GCM); what is
 * stored is worth nothing without them.
 */
final class RpcSession {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final int TAG_BITS = 128;

    /** Always the same, because a session seals one key and then never another. */
    private static final byte[] NONCE = new byte[12];

    private final byte[] secret;

    private RpcSession(byte[] secret) {
        this.secret = secret;
    }

    static RpcSession open() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new RpcSession(secret);
    }

    /** Null for what can't be one. */
    static @Nullable RpcSession parse(String text) {
        return SHAPE.matcher(text).matches() ? new RpcSession(HexFormat.of().parseHex(text)) : null;
    }

    String text() {
        return HexFormat.of().formatHex(secret);
    }

    /** By which it is found: SHA-256. */
    byte[] id() {
        return CanonicalJson.sha256().digest(secret);
    }

    byte[] seal(String key) {
        return run(Cipher.ENCRYPT_MODE, key.getBytes(StandardCharsets.UTF_8));
    }

    String unseal(byte[] sealed) {
        return new String(run(Cipher.DECRYPT_MODE, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed key was changed in the database", e);
        }
    }

    /** Never the session: it must not reach a log. */
    @Override
    public String toString() {
        return "RpcSession";
    }
}
