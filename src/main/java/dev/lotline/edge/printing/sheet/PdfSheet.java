package dev.lotline.edge.printing.sheet;

import dev.lotline.edge.printing.layout.LabelDrawing;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Labels in rows and columns on pages, each in its true size with a thin line to cut along. */
final class PdfSheet {
    private static final float POINTS = 72f / 25.4f;
    private static final float INCH = 72;
    private static final float HAIR = 0.25f;
    private static final float GREY = 0.7f;
    /** Comes with the library, and has Latin, Greek and Cyrillic letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Paper paper;
    private final Stock stock;
    private final float dot;

    /** @param resolution for which the labels were drawn, dots an inch */
    PdfSheet(Paper paper, Stock stock, int resolution) {
        this.paper = paper;
        this.stock = stock;
        this.dot = INCH / resolution;
    }

    /** @throws dev.lotline.edge.printing.zpl.LabelFault GLYPH_MISSING when the sheet has no letters for a text */
    byte[] pdf(List<ZplLabel> labels) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            PDType0Font font = PDType0Font.load(document, letters);
            int each = paper.columns(stock) * paper.rows(stock);
            for (int from = 0; from < labels.size(); from += each) {
                page(document, font, labels.subList(from, Math.min(labels.size(), from + each)));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void page(PDDocument document, PDType0Font font, List<ZplLabel> labels) throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) paper.width() * POINTS, (float) paper.height() * POINTS));
        document.addPage(page);
        float width = stock.width().floatValue() * POINTS;
        float height = stock.height().floatValue() * POINTS;
        float gap = (float) Paper.GAP * POINTS;
        float margin = (float) Paper.MARGIN * POINTS;
        try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
            for (int n = 0; n < labels.size(); n++) {
                float left = margin + n % paper.columns(stock) * (width + gap);
                float top = page.getMediaBox().getHeight() - margin - n / paper.columns(stock) * (height + gap);
                ink.setStrokingColor(new Color(GREY, GREY, GREY));
                ink.setLineWidth(HAIR);
                ink.addRect(left, top - height, width, height);
                ink.stroke();
                LabelDrawing.draw(labels.get(n), new PdfPen(ink, font, left, top, dot));
            }
        }
    }
}
