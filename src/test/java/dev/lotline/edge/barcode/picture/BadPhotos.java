package dev.lotline.edge.barcode.picture;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.lotline.gs1.drawing.Picture;
import dev.lotline.gs1.drawing.SymbolKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Six symbols and twelve ways to photograph them badly. */
final class BadPhotos {

    private static final String DATA = "(01)09504000059101(17)261231(10)AB-123";
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private BadPhotos() {}

    /** What a reader takes of a processor: what others do on the machine neither ends its search nor counts. */
    static long nanoTime() {
        return THREAD.getCurrentThreadCpuTime();
    }

    /** What a name of {@link #symbols} says behind its symbology. */
    static String dataOf(String symbol) {
        return symbol.substring(symbol.indexOf(' ') + 1);
    }

    static byte[] photo(BufferedImage symbol, String distortion, UnaryOperator<BufferedImage> bad) throws IOException {
        return jpeg(bad.apply(symbol), distortion.equals("jpeg") ? 0.15f : 0.9f);
    }

    static BufferedImage carton() {
        Random random = new Random(9);
        BufferedImage carton = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 3_000; y++) {
            for (int x = 0; x < 4_000; x++) {
                int grey = 150 + random.nextInt(24) + (x / 40 % 2) * 6;
                carton.setRGB(x, y, grey << 16 | grey << 8 | grey * 3 / 4);
            }
        }
        return carton;
    }

    static BufferedImage stuckTo(BufferedImage carton, BufferedImage label) {
        BufferedImage photo = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.drawImage(carton, 0, 0, null);
        double factor = Math.min(2, Math.min(3_600.0 / label.getWidth(), 2_600.0 / label.getHeight()));
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                label, 200, 200, (int) (label.getWidth() * factor), (int) (label.getHeight() * factor), null);
        return photo;
    }

    static Map<String, BufferedImage> symbols() throws IOException {
        Map<String, BufferedImage> symbols = new LinkedHashMap<>();
        String text = "01095040000591011726123110AB-123";
        symbols.put("GS1-128 " + text, ours(SymbolKind.GS1_128, DATA));
        symbols.put("GS1-DataMatrix " + text, ours(SymbolKind.GS1_DATAMATRIX, DATA));
        symbols.put("GS1-QR " + text, ours(SymbolKind.GS1_QR, DATA));
        symbols.put("EAN-13 9504000059101", ours(SymbolKind.EAN_13, "9504000059101"));
        symbols.put("ITF-14 00614141123452", ours(SymbolKind.ITF_14, "00614141123452"));
        // drawn by zint: we draw none
        try (InputStream png = BadPhotos.class.getResourceAsStream("/barcode/databar-expanded.png")) {
            assertNotNull(png);
            symbols.put("DataBar-Expanded " + DATA, onPaper(ImageIO.read(png)));
        }
        return symbols;
    }

    private static BufferedImage ours(SymbolKind kind, String data) throws IOException {
        int scale = kind.hasText() ? 3 : 8;
        byte[] png = Picture.png(
                kind.draw(data, "https://id.gs1.org", LocalDate.of(2026, 6, 15)).withoutText(), scale);
        return onPaper(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** In the middle of a sheet. */
    private static BufferedImage onPaper(BufferedImage symbol) {
        BufferedImage paper =
                new BufferedImage(symbol.getWidth() + 200, symbol.getHeight() + 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        graphics.drawImage(symbol, 100, 100, null);
        return paper;
    }

    static Map<String, UnaryOperator<BufferedImage>> distortions() {
        Random random = new Random(5);
        Map<String, UnaryOperator<BufferedImage>> all = new LinkedHashMap<>();
        for (int degrees : new int[] {3, 12, 33, 90}) {
            all.put("turned " + degrees, image -> turned(image, degrees));
        }
        all.put("blur 1.2", image -> blurred(image, 1.2));
        all.put("blur 2.5", image -> blurred(image, 2.5));
        all.put("noise", image -> mapped(image, grey -> grey + (int) (random.nextGaussian() * 25)));
        all.put("low contrast", image -> mapped(image, grey -> 110 + grey / 8));
        all.put("perspective", BadPhotos::perspective);
        all.put("jpeg", image -> image);
        all.put("negative", image -> mapped(image, grey -> 255 - grey));
        all.put("45 %", image -> scaled(image, 0.45));
        return all;
    }

    private static BufferedImage turned(BufferedImage image, int degrees) {
        double angle = Math.toRadians(degrees);
        int size = (int) Math.ceil(Math.hypot(image.getWidth(), image.getHeight()));
        AffineTransform turn = new AffineTransform();
        turn.translate(size / 2.0, size / 2.0);
        turn.rotate(angle);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        return drawn(image, turn, size, size);
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        return drawn(image, AffineTransform.getScaleInstance(factor, factor), (int) (image.getWidth() * factor), (int)
                (image.getHeight() * factor));
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform transform, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, transform, null);
        return to;
    }

    private static BufferedImage blurred(BufferedImage image, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + radius];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    private static BufferedImage mapped(BufferedImage image, IntUnaryOperator change) {
        BufferedImage to = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = Math.max(0, Math.min(255, change.applyAsInt(image.getRGB(x, y) & 255)));
                to.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return to;
    }

    /** The right edge a fifth smaller than the left. */
    private static BufferedImage perspective(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            double depth = 1 + 0.25 * x / width;
            double sourceX = x * depth * 0.85;
            for (int y = 0; y < height; y++) {
                double sourceY = height / 2.0 + (y - height / 2.0) * depth;
                boolean inside = sourceX < width - 1 && sourceY >= 0 && sourceY < height - 1;
                to.setRGB(x, y, inside ? image.getRGB((int) sourceX, (int) sourceY) : 0xffffff);
            }
        }
        return to;
    }

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(image, null, null), param);
        ((ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return bytes.toByteArray();
    }
}
