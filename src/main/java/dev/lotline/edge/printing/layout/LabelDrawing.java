package dev.lotline.edge.printing.layout;

import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.util.List;

/** A label as its printer would draw it. Symbols are those a scanner reads the same; letters are only about the same. */
public final class LabelDrawing {
    private final Pen pen;

    private LabelDrawing(Pen pen) {
        this.pen = pen;
    }

    public static void draw(ZplLabel label, Pen pen) {
        LabelDrawing drawing = new LabelDrawing(pen);
        for (Placed field : label.fields()) {
            switch (field.shape()) {
                case TEXT -> drawing.text(field);
                case BOX -> drawing.box(field);
                default -> drawing.symbol(field);
            }
        }
    }

    private void text(Placed field) {
        int width = Math.max(1, FontWidths.of(field.data(), field.width()));
        int base = field.y() + field.height() * 4 / 5;
        pen.text(field.data(), field.x(), base, field.height(), width, field.reversed());
    }

    /** ZPL grows the sides of a box to at least its thickness and draws the border inwards. */
    private void box(Placed field) {
        int width = Math.max(field.width(), field.module());
        int height = Math.max(field.height(), field.module());
        int border = Math.min(field.module(), Math.min(width, height) / 2 + 1);
        pen.begin(false);
        if (border * 2 >= Math.min(width, height)) {
            pen.box(field.x(), field.y(), width, height);
        } else {
            pen.box(field.x(), field.y(), width, border);
            pen.box(field.x(), field.y() + height - border, width, border);
            pen.box(field.x(), field.y(), border, height);
            pen.box(field.x() + width - border, field.y(), border, height);
        }
        pen.end();
    }

    private void symbol(Placed field) {
        List<boolean[]> rows = Symbols.modules(field);
        int module = field.module();
        int height = rows.size() == 1 ? field.height() : module;
        pen.begin(true);
        for (int y = 0; y < rows.size(); y++) {
            boolean[] row = rows.get(y);
            int x = 0;
            while (x < row.length) {
                int from = x;
                while (x < row.length && row[x] == row[from]) {
                    x++;
                }
                if (row[from]) {
                    pen.box(field.x() + from * module, field.y() + y * module, (x - from) * module, height);
                }
            }
        }
        pen.end();
    }
}
