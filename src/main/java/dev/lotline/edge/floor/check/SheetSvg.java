package dev.lotline.edge.floor.check;

import dev.lotline.gs1.drawing.Drawing;
import dev.lotline.gs1.drawing.Picture;
import java.time.LocalDate;

/** The barcodes of the test sheet as SVG that a style sheet gives its size: one path of modules, sharp at any size. */
final class SheetSvg {
    private SheetSvg() {}

    /** The drawing, its width in modules given as its view box. */
    static String of(SheetCode code) {
        Drawing drawing = drawing(code);
        boolean lines = drawing.linear();
        return "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" shape-rendering=\"crispEdges\" preserveAspectRatio=\"%s\"><path d=\"%s\"/></svg>"
                .formatted(
                        lines ? "lines" : "square",
                        drawing.width(),
                        drawing.height(),
                        code.sheet() + " " + code.kind(),
                        lines ? "none" : "xMidYMid",
                        Picture.path(drawing, 1));
    }

    /** No code of the sheet holds a date or a link. */
    static Drawing drawing(SheetCode code) {
        return code.kind().draw(code.text(), "", LocalDate.EPOCH);
    }
}
