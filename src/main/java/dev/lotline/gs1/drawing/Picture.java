package dev.lotline.gs1.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A drawing as a file. */
public final class Picture {

    private static final int WHITE = 0xffffff;
    private static final int LINE_GAP = 4;

    private Picture() {}

    /**
     * PNG in two colours.
     *
     * @param scale pixels a module
     */
    public static byte[] png(Drawing drawing, int scale) {
        int width = drawing.width() * scale;
        List<String> lines = lines(drawing.text(), Math.max(1, width / Glyphs.WIDTH));
        int height = drawing.height() * scale + lines.size() * (Glyphs.HEIGHT + LINE_GAP);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean dark = y < drawing.height() * scale && drawing.isDark(x / scale, y / scale);
                image.setRGB(x, y, dark ? 0 : WHITE);
            }
        }
        for (int n = 0; n < lines.size(); n++) {
            write(lines.get(n), drawing.height() * scale + n * (Glyphs.HEIGHT + LINE_GAP) + LINE_GAP, image);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * SVG with one path for all modules; no script, no font of its own.
     *
     * @param scale units a module
     */
    public static byte[] svg(Drawing drawing, int scale) {
        int width = drawing.width() * scale;
        List<String> lines = lines(drawing.text(), Math.max(1, width / Glyphs.WIDTH));
        int height = drawing.height() * scale + lines.size() * (Glyphs.HEIGHT + LINE_GAP);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">"
                .formatted(width, height));
        svg.append(
                "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" shape-rendering=\"crispEdges\" d=\"");
        for (int y = 0; y < drawing.height(); y++) {
            appendRuns(drawing, y, scale, svg);
        }
        svg.append("\"/>");
        for (int n = 0; n < lines.size(); n++) {
            int baseline = drawing.height() * scale + n * (Glyphs.HEIGHT + LINE_GAP) + Glyphs.HEIGHT;
            svg.append(
                    "<text x=\"%d\" y=\"%d\" font-family=\"monospace\" font-size=\"%d\" text-anchor=\"middle\">%s</text>"
                            .formatted(width / 2, baseline, Glyphs.HEIGHT, escaped(lines.get(n))));
        }
        return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendRuns(Drawing drawing, int y, int scale, StringBuilder svg) {
        int x = 0;
        while (x < drawing.width()) {
            int from = x;
            while (x < drawing.width() && drawing.isDark(x, y)) {
                x++;
            }
            if (x > from) {
                svg.append("M%d %dh%dv%dh-%dz"
                        .formatted(from * scale, y * scale, (x - from) * scale, scale, (x - from) * scale));
            } else {
                x++;
            }
        }
    }

    private static void write(String line, int top, BufferedImage image) {
        int left = (image.getWidth() - line.length() * Glyphs.WIDTH) / 2;
        for (int i = 0; i < line.length(); i++) {
            for (int y = 0; y < Glyphs.HEIGHT; y++) {
                for (int x = 0; x < Glyphs.WIDTH; x++) {
                    int at = left + i * Glyphs.WIDTH + x;
                    if (at >= 0 && at < image.getWidth() && Glyphs.isDark(line.charAt(i), x, y)) {
                        image.setRGB(at, top + y, 0);
                    }
                }
            }
        }
    }

    private static List<String> lines(String text, int most) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); from += most) {
            lines.add(text.substring(from, Math.min(text.length(), from + most)));
        }
        return lines;
    }

    /** Control characters are no characters of XML, and nothing in the data may become markup. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c < 0x20 || c > 0x7e ? '?' : c);
            }
        }
        return escaped.toString();
    }
}
