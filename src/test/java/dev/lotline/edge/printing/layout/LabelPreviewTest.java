package dev.lotline.edge.printing.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.barcode.picture.FoundSymbol;
import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelData;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.Samples;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.RawScan;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture of a label shows symbols that a reader which is not ours reads as the payload. */
class LabelPreviewTest {
    private static final LabelTemplates TEMPLATES = new LabelTemplates("https://id.gs1.org");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\d+z");
    private static final Pattern PATH = Pattern.compile("<path[^>]* d=\"([^\"]*)\"");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @EnumSource(LabelKind.class)
    void every_symbol_is_read_from_the_picture(LabelKind kind) throws IOException {
        for (Samples.Size size : List.of(Samples.Size.TYPICAL, Samples.Size.LARGEST)) {
            LabelTemplates.Rendered label = render(kind, size);
            String svg = LabelPreview.svg(label.label());
            assertFalse(svg.contains("<script") || svg.contains("href"));
            List<String> expected = label.label().fields().stream()
                    .filter(Said::isSymbol)
                    .map(Said::by)
                    .toList();
            List<String> seen = seen(svg, label);
            assertEquals(expected, seen, kind + " " + size);
        }
    }

    @Test
    void an_item_label_is_a_sound_scan() throws IOException {
        LabelTemplates.Rendered label = render(LabelKind.ITEM_LOT, Samples.Size.TYPICAL);
        Area area = Area.of(label.label().fields().get(0));
        FoundSymbol symbol = read(raster(LabelPreview.svg(label.label()), label), area);
        Reading reading = new ScanReader().read(new RawScan(symbol.data(), symbol.aimId()), DAY);
        assertEquals(Outcome.OK, reading.outcome(), reading.issues().toString());
        assertEquals("09504000059101", String.valueOf(reading.meaning().gtin14()));
        assertEquals("AB-123", reading.meaning().lot());
        assertEquals(LocalDate.of(2026, 12, 31), reading.meaning().expirationDate());
        assertEquals("000000017A", reading.ais().get(reading.ais().size() - 1).value());
    }

    @Test
    void markup_in_a_name_stays_text() {
        LabelData data = LabelContents.of(
                LabelKind.PRINTER,
                java.util.Map.of("printer", "P<script>"),
                new Imprint("000000017A", 0, Locale.ENGLISH));
        Stock stock = LabelKind.PRINTER.stocks().get(0);
        String svg = LabelPreview.svg(
                TEMPLATES.render(LabelKind.PRINTER, stock, 203, data, "job").label());
        assertTrue(svg.contains("P&lt;script&gt;"), svg);
    }

    private static List<String> seen(String svg, LabelTemplates.Rendered label) throws IOException {
        BufferedImage picture = raster(svg, label);
        List<String> seen = new ArrayList<>();
        for (Placed field : label.label().fields()) {
            if (Said.isSymbol(field)) {
                seen.add(read(picture, Area.of(field)).data());
            }
        }
        return seen;
    }

    /** Cut out with its quiet zone, as a person holds a scanner over one symbol. */
    private static FoundSymbol read(BufferedImage picture, Area area) throws IOException {
        int left = Math.max(0, area.x() - area.left());
        int top = Math.max(0, area.y() - area.vertical());
        int right = Math.min(picture.getWidth(), area.x() + area.width() + area.right());
        int bottom = Math.min(picture.getHeight(), area.y() + area.height() + area.vertical());
        BufferedImage cut = new BufferedImage(right - left + 40, bottom - top + 40, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = cut.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, cut.getWidth(), cut.getHeight());
        graphics.drawImage(picture.getSubimage(left, top, right - left, bottom - top), 20, 20, null);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(cut, "png", png);
        List<FoundSymbol> found = new PhotoReader()
                .read(png.toByteArray(), PhotoReader.Expected.ANY)
                .symbols();
        assertEquals(1, found.size(), area.toString());
        return found.get(0);
    }

    private static BufferedImage raster(String svg, LabelTemplates.Rendered label) {
        BufferedImage picture =
                new BufferedImage(label.label().width(), label.label().height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setColor(Color.BLACK);
        Matcher path = PATH.matcher(svg);
        while (path.find()) {
            Matcher run = RUN.matcher(path.group(1));
            while (run.find()) {
                graphics.fillRect(number(run, 1), number(run, 2), number(run, 3), number(run, 4));
            }
        }
        graphics.dispose();
        return picture;
    }

    private static int number(Matcher run, int group) {
        return Integer.parseInt(run.group(group));
    }

    private static LabelTemplates.Rendered render(LabelKind kind, Samples.Size size) {
        LabelData data = LabelContents.of(kind, Samples.of(kind, size), new Imprint("000000017A", 0, Locale.ENGLISH));
        return TEMPLATES.render(kind, kind.stocks().get(0), 203, data, "job");
    }
}
