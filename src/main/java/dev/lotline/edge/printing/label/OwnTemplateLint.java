package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.layout.Dots;
import dev.lotline.edge.printing.layout.Finding;
import dev.lotline.edge.printing.layout.LabelKind;
import dev.lotline.edge.printing.layout.LabelLint;
import dev.lotline.edge.printing.zpl.LabelFault;
import dev.lotline.edge.printing.zpl.LabelFault.Code;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.Placed.Shape;
import dev.lotline.edge.printing.zpl.ZplLabel;
import dev.lotline.edge.printing.zpl.ZplReader;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries a template of a house with every sample on every print head: it must fit as ours must, be the label of one piece of
 * paper, show its serial, and say in symbols what the template says that it takes the place of.
 */
final class OwnTemplateLint {
    private static final Imprint SAMPLE = new Imprint("000000017A", 1, Locale.ENGLISH);

    private final LabelKind kind;
    private final Sheet own;
    private final Sheet ours;

    OwnTemplateLint(LabelKind kind, Sheet own, Sheet ours) {
        this.kind = kind;
        this.own = own;
        this.ours = ours;
    }

    /** @throws LabelFault naming the first rule that is broken, and with which sample */
    void check() {
        for (Samples.Size size : Samples.Size.values()) {
            for (int resolution : Dots.RESOLUTIONS.stream().sorted().toList()) {
                LabelFault fault = fault(size, resolution);
                if (fault != null) {
                    throw new LabelFault(
                            fault.code(), fault.getMessage() + " (sample " + size + ", " + resolution + " dpi)");
                }
            }
        }
    }

    /** Null if it fits as designed, or drawn tighter as labels are. */
    private @Nullable LabelFault fault(Samples.Size size, int resolution) {
        LabelData data = LabelContents.of(kind, Samples.of(kind, size), SAMPLE);
        @Nullable LabelFault last = null;
        for (int tightness = 0; tightness <= Dots.TIGHTEST; tightness++) {
            try {
                tried(new Dots(kind, resolution, tightness), data);
                return null;
            } catch (LabelFault fault) {
                last = fault;
            }
        }
        return last;
    }

    private void tried(Dots dots, LabelData data) {
        ZplLabel label = read(own, dots, data);
        ZplLabel model = read(ours, dots, data);
        if (label.width() != model.width() || label.height() != model.height()) {
            throw new LabelFault(Code.FIELD_DOES_NOT_FIT, "^PW and ^LL must be page.width and page.height");
        }
        List<Finding> findings = LabelLint.check(dots, label);
        if (!findings.isEmpty()) {
            throw new LabelFault(Code.FIELD_DOES_NOT_FIT, findings.get(0).toString());
        }
        boolean numbered = label.fields().stream()
                .anyMatch(field -> field.shape() == Shape.TEXT && field.data().equals(SAMPLE.serial()));
        if (!numbered) {
            throw new LabelFault(Code.FIELD_DOES_NOT_FIT, "the label does not show its serial");
        }
        if (!symbols(label).containsAll(symbols(model))) {
            throw new LabelFault(Code.FIELD_DOES_NOT_FIT, "a symbol that must be on the label is missing");
        }
    }

    private static ZplLabel read(Sheet sheet, Dots dots, LabelData data) {
        try {
            return ZplReader.read(sheet.draw(dots, data, "sample"));
        } catch (TemplateException e) {
            throw new LabelFault(Code.EXPRESSION_NOT_ENCODED, String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> symbols(ZplLabel label) {
        return label.fields().stream()
                .filter(field -> field.shape() != Shape.TEXT && field.shape() != Shape.BOX)
                .map(OwnTemplateLint::said)
                .collect(Collectors.toSet());
    }

    private static String said(Placed field) {
        return field.shape() + " " + field.data();
    }
}
