package dev.lotline.platform.security;

import dev.lotline.kernel.access.Vault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The vault of a site: AES-256-GCM with {@code LOTLINE_MASTER_KEY}. Where none is given one is made at its first use, in
 * the data directory and readable for its owner alone; several nodes need one that is given.
 */
@Singleton
final class SiteKey implements Vault {
    private static final Logger LOG = Logger.getLogger(SiteKey.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int SHORTEST = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Optional<String> given;
    private final Path file;
    private @Nullable SecretKeySpec key;

    SiteKey(
            @ConfigProperty(name = "lotline.master-key") Optional<String> given,
            @ConfigProperty(name = "lotline.data-dir") Optional<Path> dataDir) {
        this.given = given.filter(text -> !text.isBlank());
        this.file = dataDir.orElseGet(() -> Path.of(System.getProperty("user.home"), ".lotline"))
                .resolve("master-key");
        if (this.given.isPresent() && this.given.get().length() < SHORTEST) {
            throw new IllegalArgumentException("lotline.master-key must have at least " + SHORTEST + " characters");
        }
    }

    @Override
    public byte[] seal(String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
    }

    @Override
    public String open(byte[] sealed) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] hidden = new byte[sealed.length - NONCE_BYTES];
        parts.get(nonce).get(hidden);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, hidden), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret can't be read or sealed: is this the master key it was sealed with?", e);
        }
    }

    private synchronized SecretKeySpec key() throws GeneralSecurityException {
        if (key == null) {
            byte[] text = given.orElseGet(this::own).getBytes(StandardCharsets.UTF_8);
            key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(text), "AES");
        }
        return key;
    }

    private String own() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] made = new byte[SHORTEST];
            random.nextBytes(made);
            Files.writeString(file, Base64.getEncoder().encodeToString(made), StandardCharsets.US_ASCII);
            LOG.warnf("no LOTLINE_MASTER_KEY: one was made in %s, for this node alone", file);
        } catch (FileAlreadyExistsException madeBefore) {
            LOG.debugf("the master key in %s", file);
        } catch (IOException e) {
            throw new UncheckedIOException("no LOTLINE_MASTER_KEY, and none can be made in " + file, e);
        }
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
