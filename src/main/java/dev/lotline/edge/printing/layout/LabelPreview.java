package dev.lotline.edge.printing.layout;

import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.util.List;

/** A label as SVG, a dot of the printer a unit: no script, no font of its own, nothing fetched. */
public final class LabelPreview {
    private LabelPreview() {}

    /** Symbols are those a scanner reads the same; letters are only about as a printer draws them. */
    public static String svg(ZplLabel label) {
        StringBuilder svg = new StringBuilder(8_192);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(label.width())
                .append(' ')
                .append(label.height())
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        for (Placed field : label.fields()) {
            switch (field.shape()) {
                case TEXT -> text(field, svg);
                case BOX -> box(field, svg);
                default -> symbol(field, svg);
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void text(Placed field, StringBuilder svg) {
        svg.append("<text x=\"")
                .append(field.x())
                .append("\" y=\"")
                .append(field.y() + field.height() * 4 / 5)
                .append("\" font-family=\"Arial Narrow,Helvetica,sans-serif\" font-weight=\"bold\" font-size=\"")
                .append(field.height())
                .append("\" lengthAdjust=\"spacingAndGlyphs\" textLength=\"")
                .append(Math.max(1, FontWidths.of(field.data(), field.width())))
                .append(field.reversed() ? "\" fill=\"#fff\">" : "\">");
        escape(field.data(), svg);
        svg.append("</text>");
    }

    /** ZPL grows the sides of a box to at least its thickness and draws the border inwards. */
    private static void box(Placed field, StringBuilder svg) {
        int width = Math.max(field.width(), field.module());
        int height = Math.max(field.height(), field.module());
        int border = Math.min(field.module(), Math.min(width, height) / 2 + 1);
        svg.append("<path d=\"");
        if (border * 2 >= Math.min(width, height)) {
            run(field.x(), field.y(), width, height, svg);
        } else {
            run(field.x(), field.y(), width, border, svg);
            run(field.x(), field.y() + height - border, width, border, svg);
            run(field.x(), field.y(), border, height, svg);
            run(field.x() + width - border, field.y(), border, height, svg);
        }
        svg.append("\"/>");
    }

    private static void symbol(Placed field, StringBuilder svg) {
        List<boolean[]> rows = Symbols.modules(field);
        int module = field.module();
        int height = rows.size() == 1 ? field.height() : module;
        svg.append("<path shape-rendering=\"crispEdges\" d=\"");
        for (int y = 0; y < rows.size(); y++) {
            boolean[] row = rows.get(y);
            int x = 0;
            while (x < row.length) {
                int from = x;
                while (x < row.length && row[x] == row[from]) {
                    x++;
                }
                if (row[from]) {
                    run(field.x() + from * module, field.y() + y * module, (x - from) * module, height, svg);
                }
            }
        }
        svg.append("\"/>");
    }

    private static void run(int x, int y, int width, int height, StringBuilder svg) {
        svg.append('M').append(x).append(' ').append(y).append('h').append(width);
        svg.append('v').append(height).append("h-").append(width).append('z');
    }

    private static void escape(String text, StringBuilder svg) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '&' -> svg.append("&amp;");
                case '"' -> svg.append("&quot;");
                default -> svg.append(c);
            }
        }
    }
}
