package dev.lotline.edge.printing.layout;

import dev.lotline.edge.printing.zpl.ZplLabel;

/** A label as SVG, a dot of the printer a unit: no script, no font of its own, nothing fetched. */
public final class LabelPreview implements Pen {
    private final StringBuilder svg = new StringBuilder(8_192);

    private LabelPreview() {}

    public static String svg(ZplLabel label) {
        LabelPreview preview = new LabelPreview();
        preview.svg
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(label.width())
                .append(' ')
                .append(label.height())
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        LabelDrawing.draw(label, preview);
        return preview.svg.append("</svg>").toString();
    }

    @Override
    public void text(String text, int x, int base, int height, int width, boolean light) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(base)
                .append("\" font-family=\"Arial Narrow,Helvetica,sans-serif\" font-weight=\"bold\" font-size=\"")
                .append(height)
                .append("\" lengthAdjust=\"spacingAndGlyphs\" textLength=\"")
                .append(width)
                .append(light ? "\" fill=\"#fff\">" : "\">");
        escape(text);
        svg.append("</text>");
    }

    @Override
    public void begin(boolean sharp) {
        svg.append(sharp ? "<path shape-rendering=\"crispEdges\" d=\"" : "<path d=\"");
    }

    @Override
    public void box(int x, int y, int width, int height) {
        svg.append('M').append(x).append(' ').append(y).append('h').append(width);
        svg.append('v').append(height).append("h-").append(width).append('z');
    }

    @Override
    public void end() {
        svg.append("\"/>");
    }

    private void escape(String text) {
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
