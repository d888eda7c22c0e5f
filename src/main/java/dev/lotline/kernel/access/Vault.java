package dev.lotline.kernel.access;

/** Keeps secrets that must be readable again, so that the database alone gives none of them away. */
public interface Vault {
    byte[] seal(String secret);

    /** Fails for what was sealed with another key. */
    String open(byte[] sealed);
}
