package dev.lotline.edge.printing.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.barcode.picture.FoundSymbol;
import dev.lotline.edge.barcode.picture.PatientReader;
import dev.lotline.edge.barcode.picture.PhotoReader;
import dev.lotline.edge.printing.label.Hostile;
import dev.lotline.edge.printing.label.Imprint;
import dev.lotline.edge.printing.label.LabelContents;
import dev.lotline.edge.printing.label.LabelTemplates;
import dev.lotline.edge.printing.label.LabelTemplates.Rendered;
import dev.lotline.edge.printing.label.Samples;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.Placed;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Every kind of label on every print head, drawn by a renderer that is not ours, read by two readers that don't know what
 * is written there. Only by the profile {@code oracle}; the pictures stay in {@code target/oracle/labels}.
 */
class RenderedLabelsRun {
    private static final LabelTemplates TEMPLATES = new LabelTemplates("https://id.gs1.org");
    private static final List<Integer> HEADS = List.of(203, 300, 600);
    /** All of them, or {@code -Doracle.kinds=TOTE,TEST}. */
    private static final List<LabelKind> KINDS = Arrays.stream(LabelKind.values())
            .filter(kind -> List.of(
                            System.getProperty("oracle.kinds", "" + kind).split(","))
                    .contains(kind.name()))
            .toList();

    private static final int BY_CHANCE = Integer.getInteger("oracle.labels", 100);
    private static final int HOSTILE = 200;
    private static final String SET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final Path FOLDER = Path.of("target/oracle/labels");

    private final PhotoReader reader = PatientReader.create();
    private final List<String> wrong = new ArrayList<>();
    private int symbols;

    @Test
    void every_kind_on_every_head_says_what_it_should() throws Exception {
        Files.createDirectories(FOLDER);
        try (ForeignPrinter printer = new ForeignPrinter()) {
            for (LabelKind kind : KINDS) {
                for (Stock stock : kind.stocks()) {
                    for (int head : HEADS) {
                        for (Samples.Size size : Samples.Size.values()) {
                            look(printer, kind, stock, head, Samples.of(kind, size), "" + size);
                        }
                        look(printer, kind, stock, head, hostile(kind), "HOSTILE");
                    }
                }
            }
        }
        over();
    }

    @Test
    void goods_and_pallets_with_any_lot_say_what_they_should() throws Exception {
        Files.createDirectories(FOLDER);
        Random random = new Random(5);
        try (ForeignPrinter printer = new ForeignPrinter()) {
            for (int n = 0; n < BY_CHANCE; n++) {
                LabelKind kind = n % 5 == 0 ? LabelKind.PALLET : LabelKind.ITEM_LOT;
                Map<String, String> payload = new HashMap<>(Samples.of(kind, Samples.Size.TYPICAL));
                payload.put("lot", any(random, 1 + random.nextInt(20)));
                payload.put("count", "" + (1 + random.nextInt(99_999_999)));
                payload.put("quantity", payload.get("count"));
                look(printer, kind, kind.stocks().get(0), HEADS.get(n % 3), payload, "chance");
            }
        }
        over();
    }

    /** What somebody hopes a printer will obey, in linear and in two-dimensional symbols. */
    @Test
    void hostile_values_stand_in_symbols_as_they_are() throws Exception {
        Files.createDirectories(FOLDER);
        try (ForeignPrinter printer = new ForeignPrinter()) {
            for (String value : Hostile.corpus()) {
                for (Stock stock : List.of(
                        LabelKind.TOTE.stocks().get(0),
                        LabelKind.LOCATION.stocks().get(1))) {
                    LabelKind kind = stock.equals(LabelKind.TOTE.stocks().get(0)) ? LabelKind.TOTE : LabelKind.LOCATION;
                    try {
                        look(printer, kind, stock, HEADS.get(symbols % 3), Map.of("place", value), "hostile");
                    } catch (LabelFault refused) {
                        // as good: nothing of it is printed
                    }
                }
            }
        }
        assertTrue(symbols >= HOSTILE, symbols + " symbols");
        over();
    }

    private void over() {
        System.out.println(symbols + " symbols drawn by zpl-renderer-js, read by ZXing and by zbar or libdmtx");
        assertEquals(List.of(), wrong);
        assertTrue(symbols > 0);
    }

    private void look(
            ForeignPrinter printer, LabelKind kind, Stock stock, int head, Map<String, String> payload, String sample)
            throws IOException, InterruptedException {
        Imprint imprint = new Imprint("000000017A", sample.equals("TYPICAL") ? 1 : 0, Locale.ENGLISH);
        Rendered label = TEMPLATES.render(kind, stock, head, LabelContents.of(kind, payload, imprint), "job");
        Path png = FOLDER.resolve("%s-%s-%d-%s.png".formatted(kind, stock.name(), head, sample));
        printer.print(label, stock, head, png);
        BufferedImage picture = ImageIO.read(png.toFile());
        for (Placed field : label.label().fields()) {
            if (Said.isSymbol(field) && !isCut(field)) {
                symbols++;
                String where = png.getFileName() + " " + field.shape();
                Path cut = cut(picture, Area.of(field));
                List<FoundSymbol> found = reader.read(Files.readAllBytes(cut), PhotoReader.Expected.ANY)
                        .symbols();
                // what the renderer makes of unpaired digits zbar reads as they are, and ZXing as a sign of another
                // table
                if (unpaired(field) == 0) {
                    same(
                            where + " ZXing",
                            Said.by(field),
                            found.size() == 1 ? found.get(0).data() : "" + found);
                }
                same(where + " second", Said.by(field), second(field.shape(), cut));
            }
        }
    }

    private void same(String where, String expected, String found) {
        if (!expected.equals(found)) {
            wrong.add(where + ": " + expected + " was read as " + found);
        }
    }

    private static String second(Placed.Shape shape, Path cut) throws IOException, InterruptedException {
        if (shape == Placed.Shape.DATA_MATRIX) {
            String read = run("dmtxread", "-n", "-G29", "-N1", "-m2000", cut.toString());
            return read.startsWith("\u001d") ? read.substring(1) : read;
        }
        String kind = shape == Placed.Shape.QR ? "qrcode" : shape == Placed.Shape.EAN_13 ? "ean13" : "code128";
        return run("zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-S" + kind + ".enable", cut.toString());
    }

    /** Cut out with its quiet zone, as a person holds a scanner over one symbol. */
    private static Path cut(BufferedImage picture, Area area) throws IOException {
        int margin = 2 * area.field().module();
        int left = Math.max(0, area.x() - area.left() - margin);
        int top = Math.max(0, area.y() - area.vertical());
        int right =
                Math.min(picture.getWidth(), area.x() + area.width() + area.right() + margin + unpaired(area.field()));
        int bottom = Math.min(picture.getHeight(), area.y() + area.height() + area.vertical() + margin);
        int white = 10 * area.field().module();
        BufferedImage cut =
                new BufferedImage(right - left + 2 * white, bottom - top + 2 * white, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = cut.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, cut.getWidth(), cut.getHeight());
        graphics.drawImage(picture.getSubimage(left, top, right - left, bottom - top), white, white, null);
        graphics.dispose();
        Path file = FOLDER.resolve("cut.png");
        ImageIO.write(cut, "png", file.toFile());
        return file;
    }

    /** The renderer loses a single last character behind a sign that stands for another, as it does behind a change. */
    private static boolean isCut(Placed field) {
        return field.shape() == Placed.Shape.CODE_128 && field.data().matches(".*>[0<=].");
    }

    /** The renderer does not pair the digits behind a change to subset C: the same data, in a wider symbol. */
    private static int unpaired(Placed field) {
        int change = field.shape() == Placed.Shape.CODE_128 ? field.data().indexOf(">5") : -1;
        return change < 0 ? 0 : 11 * field.module() * (field.data().length() - change - 2) / 2;
    }

    /** Text that looks like commands, wherever text can be. */
    private static Map<String, String> hostile(LabelKind kind) {
        Map<String, String> payload = new HashMap<>(Samples.of(kind, Samples.Size.TYPICAL));
        payload.replaceAll((name, value) -> switch (name) {
            case "name", "contents", "customer", "from", "to", "zone", "who" -> "^XZ~JA_5E>8\\&,ñ";
            case "lot" -> "_5E>8,1<=A";
            case "place", "document" -> "A>8_5E^X~";
            default -> value;
        });
        return payload;
    }

    private static String any(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < length; n++) {
            text.append(SET_82.charAt(random.nextInt(SET_82.length())));
        }
        return text.toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
