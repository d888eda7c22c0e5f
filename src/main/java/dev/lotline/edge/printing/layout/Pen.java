package dev.lotline.edge.printing.layout;

/** Draws what stands on a label, in dots of its printer from its upper left corner. */
public interface Pen {
    /**
     * Letters of about the height and of exactly the width that the printer gives them.
     *
     * @param base where their feet stand
     * @param width from the first letter to the last
     * @param light white on what is dark below them
     */
    void text(String text, int x, int base, int height, int width, boolean light);

    /** Begins a shape that is drawn as one, of boxes that follow. */
    void begin(boolean sharp);

    /** A dark box. */
    void box(int x, int y, int width, int height);

    void end();
}
