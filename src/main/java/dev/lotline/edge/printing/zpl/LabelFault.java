package dev.lotline.edge.printing.zpl;

/** A label that can't be printed as it is, and why; the job that wanted it has certainly not been printed. */
public final class LabelFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** A value that must stand on the label whole has no room, or holds what no symbol can. */
        FIELD_DOES_NOT_FIT,
        /** A value would reach the printer without an encoder. */
        EXPRESSION_NOT_ENCODED,
        /** A command that no label of ours may hold. */
        COMMAND_NOT_ALLOWED,
        /** Not ZPL as we write it. */
        NOT_READABLE,
        /** Letters that the printer's font, or that of a sheet, doesn't have, in a text that must stand there whole. */
        GLYPH_MISSING
    }

    private final Code code;

    public LabelFault(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static LabelFault unfit(String message) {
        return new LabelFault(Code.FIELD_DOES_NOT_FIT, message);
    }
}
