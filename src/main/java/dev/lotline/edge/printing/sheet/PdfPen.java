package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.Pen;
import dev.lotline.edge.printing.zpl.LabelFault;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws one label at its true size on a page, whose origin is below on the left. */
final class PdfPen implements Pen {
    /** As the drawing of a label takes it: {@code IOException}s of a page in memory are faults. */
    private interface Stroke {
        void draw() throws IOException;
    }

    private final PDPageContentStream page;
    private final PDFont font;
    private final float left;
    private final float top;
    private final float dot;

    /**
     * @param left of the label on the page, in points; likewise its top
     * @param dot of its printer in points
     */
    PdfPen(PDPageContentStream page, PDFont font, float left, float top, float dot) {
        this.page = page;
        this.font = font;
        this.left = left;
        this.top = top;
        this.dot = dot;
    }

    @Override
    public void text(String text, int x, int base, int height, int width, boolean light) {
        stroke(() -> {
            float size = height * dot;
            float natural = natural(text) / 1000 * size;
            page.beginText();
            page.setFont(font, size);
            page.setHorizontalScaling(natural == 0 ? 100 : width * dot / natural * 100);
            page.setNonStrokingColor(light ? Color.WHITE : Color.BLACK);
            page.newLineAtOffset(left + x * dot, top - base * dot);
            page.showText(text);
            page.endText();
            page.setNonStrokingColor(Color.BLACK);
        });
    }

    private float natural(String text) throws IOException {
        try {
            return font.getStringWidth(text);
        } catch (IllegalArgumentException e) {
            throw new LabelFault(LabelFault.Code.GLYPH_MISSING, "the sheet has no letters for " + text);
        }
    }

    @Override
    public void begin(boolean sharp) {}

    @Override
    public void box(int x, int y, int width, int height) {
        stroke(() -> page.addRect(left + x * dot, top - (y + height) * dot, width * dot, height * dot));
    }

    @Override
    public void end() {
        stroke(page::fill);
    }

    private static void stroke(Stroke stroke) {
        try {
            stroke.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
