package dev.lotline.platform;

/** Lotline must not start like this; the message is the one sentence that the operator reads. Exit code 78. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super("Lotline does not start. " + sentence, null, false, false);
    }
}
