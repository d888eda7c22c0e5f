package dev.lotline.edge.floor.check;

import com.google.zxing.LuminanceSource;
import dev.lotline.gs1.drawing.Drawing;

/** A drawing as a camera would see it: each module four pixels wide, white around it. */
final class Modules extends LuminanceSource {
    private static final int SCALE = 4;
    private static final int QUIET = 40;
    private final Drawing drawing;

    Modules(Drawing drawing) {
        super(drawing.width() * SCALE + 2 * QUIET, drawing.height() * SCALE + 2 * QUIET);
        this.drawing = drawing;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] pixels = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        for (int x = 0; x < getWidth(); x++) {
            int column = x - QUIET;
            int line = y - QUIET;
            boolean inside =
                    column >= 0 && line >= 0 && column / SCALE < drawing.width() && line / SCALE < drawing.height();
            pixels[x] = inside && drawing.isDark(column / SCALE, line / SCALE) ? 0 : (byte) 255;
        }
        return pixels;
    }

    @Override
    public byte[] getMatrix() {
        byte[] all = new byte[getWidth() * getHeight()];
        for (int y = 0; y < getHeight(); y++) {
            System.arraycopy(getRow(y, null), 0, all, y * getWidth(), getWidth());
        }
        return all;
    }
}
