package dev.lotline.edge.printing.layout;

import dev.lotline.edge.printing.zpl.Code128;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.util.List;

/** What a scanner says about the symbols of a label. */
public final class Said {
    private static final String GS = "\u001d";

    private Said() {}

    /** In their order on the label. */
    public static List<String> by(ZplLabel label) {
        return label.fields().stream()
                .filter(Said::isSymbol)
                .map(field -> field.shape() + " " + by(field))
                .toList();
    }

    static boolean isSymbol(Placed field) {
        return field.shape() != Placed.Shape.TEXT && field.shape() != Placed.Shape.BOX;
    }

    /** GS between elements, and no FNC1 in front. */
    static String by(Placed field) {
        return switch (field.shape()) {
            case CODE_128 ->
                Code128.content(field.data())
                        .replace(String.valueOf(Code128.FNC1), GS)
                        .replaceFirst("^" + GS, "");
            case QR -> field.data().substring("QA,".length());
            case DATA_MATRIX -> field.data().replaceFirst("^\\\\1", "").replace("\\1", GS);
            default -> field.data();
        };
    }
}
