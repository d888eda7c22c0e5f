package dev.lotline.edge.printing.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.barcode.picture.FoundSymbol;
import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.Stock;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages as an office printer draws them: each symbol is read, each label has its true size. */
class PdfSheetTest {
    private static final LabelTemplates TEMPLATES = new LabelTemplates("https://id.gs1.org");
    private static final int DOTS = 300;
    private static final double INCH = 25.4;

    @ParameterizedTest
    @EnumSource(Paper.class)
    void every_place_is_read_where_its_label_lies(Paper paper) throws IOException {
        Stock stock = LabelKind.LOCATION.stocks().get(0);
        List<String> places =
                IntStream.rangeClosed(1, 11).mapToObj(n -> "A-01-" + n).toList();
        byte[] pdf = pdf(
                paper,
                LabelKind.LOCATION,
                places.stream().map(place -> Map.of("place", place)).toList());
        List<String> seen = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            int each = paper.columns(stock) * paper.rows(stock);
            assertEquals((places.size() + each - 1) / each, document.getNumberOfPages());
            for (int n = 0; n < places.size(); n++) {
                BufferedImage page = renderer.renderImageWithDPI(n / each, DOTS, ImageType.GRAY);
                seen.addAll(read(cut(page, paper, stock, n % each)));
            }
        }
        assertEquals(places.stream().map(place -> "LOC-" + place).toList(), seen);
    }

    @Test
    void a_badge_is_read_and_says_whose_it_is() throws IOException {
        String code = "BDG-0123456789ABCDEFGHJKMNPQRS0";
        byte[] pdf =
                pdf(Paper.A4, LabelKind.BADGE, List.of(Map.of("code", code, "name", "Łucja Ñandú", "role", "Lead")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS, ImageType.GRAY);
            assertEquals(
                    Set.of(code),
                    read(cut(page, Paper.A4, LabelKind.BADGE.stocks().get(0), 0)));
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Łucja Ñandú") && text.contains("Lead"), text);
        }
    }

    @Test
    void letters_the_sheet_does_not_have_are_a_fault_and_no_boxes() {
        LabelFault fault = assertThrows(
                LabelFault.class,
                () -> pdf(Paper.A4, LabelKind.BADGE, List.of(Map.of("code", "BDG-X", "name", "\u6f22\u5b57"))));
        assertEquals(LabelFault.Code.GLYPH_MISSING, fault.code());
        assertTrue(String.valueOf(fault.getMessage()).contains("\u6f22\u5b57"), fault.getMessage());
    }

    private static byte[] pdf(Paper paper, LabelKind kind, List<Map<String, String>> payloads) throws IOException {
        Stock stock = kind.stocks().get(0);
        List<ZplLabel> labels = payloads.stream()
                .map(payload -> TEMPLATES
                        .render(
                                kind,
                                stock,
                                600,
                                LabelContents.of(kind, payload, new Imprint("SHEET", 0, Locale.ENGLISH)),
                                "sheet")
                        .label())
                .toList();
        return new PdfSheet(paper, stock, 600).pdf(labels);
    }

    /** The n-th label of a page, without the line to cut along. */
    private static BufferedImage cut(BufferedImage page, Paper paper, Stock stock, int n) {
        double width = stock.width().doubleValue();
        double height = stock.height().doubleValue();
        int columns = paper.columns(stock);
        int left = dots(Paper.MARGIN + n % columns * (width + Paper.GAP)) + 2;
        int top = dots(Paper.MARGIN + n / columns * (height + Paper.GAP)) + 2;
        return page.getSubimage(left, top, dots(width) - 4, dots(height) - 4);
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres / INCH * DOTS);
    }

    private static Set<String> read(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return new PhotoReader()
                .read(png.toByteArray(), PhotoReader.Expected.ANY).symbols().stream()
                        .map(FoundSymbol::data)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
