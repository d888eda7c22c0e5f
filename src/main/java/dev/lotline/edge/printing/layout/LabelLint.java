package dev.lotline.edge.printing.layout;

import dev.lotline.edge.printing.layout.Finding.Rule;
import dev.lotline.edge.printing.zpl.Placed;
import dev.lotline.edge.printing.zpl.Placed.Shape;
import dev.lotline.edge.printing.zpl.ZplLabel;
import java.util.ArrayList;
import java.util.List;

/** Whether a label can be read: everything on it, nothing in a quiet zone, no bar too thin or too low. */
public final class LabelLint {
    /** A printer hits the label to a millimetre or so. */
    private static final double EDGE_MM = 1.5;

    private static final double LEAST_BAR_SHARE = 0.15;
    private static final double HALF_DOT = 0.5;

    private final Dots dots;
    private final ZplLabel label;
    private final List<Finding> findings = new ArrayList<>();

    private LabelLint(Dots dots, ZplLabel label) {
        this.dots = dots;
        this.label = label;
    }

    /** All that is wrong; empty if it may be printed. */
    public static List<Finding> check(Dots dots, ZplLabel label) {
        LabelLint lint = new LabelLint(dots, label);
        List<Area> areas = label.fields().stream().map(Area::of).toList();
        for (int n = 0; n < areas.size(); n++) {
            lint.inside(areas.get(n));
            lint.modules(areas.get(n));
            for (int m = n + 1; m < areas.size(); m++) {
                lint.apart(areas.get(n), areas.get(m));
            }
        }
        return lint.findings;
    }

    private void inside(Area area) {
        int edge = dots.of(EDGE_MM);
        boolean wide = area.x() + area.width() > label.width() - edge
                || area.x() + area.width() + area.right() > label.width();
        if (wide) {
            Shape shape = area.field().shape();
            add(
                    shape == Shape.TEXT
                            ? Rule.TEXT_TOO_LONG
                            : shape == Shape.BOX ? Rule.FIELD_OUTSIDE : Rule.SYMBOL_TOO_WIDE,
                    area);
        }
        boolean outside = area.x() < edge
                || area.y() < edge
                || area.x() < area.left()
                || area.y() < area.vertical()
                || area.y() + area.height() > label.height() - edge
                || area.y() + area.height() + area.vertical() > label.height();
        if (outside) {
            add(Rule.FIELD_OUTSIDE, area);
        }
    }

    private void modules(Area area) {
        if (!area.isSymbol()) {
            return;
        }
        double smallest =
                area.isLinear() ? dots.kind().smallestLinear() : dots.kind().smallestMatrix();
        int module = area.field().module();
        if (module < 2 || dots.mm(module) < smallest - 1e-6) {
            add(Rule.MODULE_TOO_SMALL, area);
        }
        if (area.isLinear()) {
            double least = Math.max(dots.kind().lowestBar(), LEAST_BAR_SHARE * dots.mm(area.width()));
            if (area.height() + HALF_DOT < least * dots.perMm()) {
                add(Rule.BAR_TOO_LOW, area);
            }
        }
    }

    private void apart(Area one, Area other) {
        boolean box = one.field().shape() == Shape.BOX;
        // light letters on a banner; boxes that make one figure
        boolean meant = box && (other.field().reversed() || other.field().shape() == Shape.BOX);
        if (meant || (!one.isTouchedBy(other) && !other.isTouchedBy(one))) {
            return;
        }
        add(one.isSymbol() || other.isSymbol() ? Rule.QUIET_ZONE : Rule.FIELDS_OVERLAP, one, other);
    }

    private void add(Rule rule, Area... areas) {
        StringBuilder where = new StringBuilder();
        for (Area area : areas) {
            Placed field = area.field();
            where.append(where.isEmpty() ? "" : " and ")
                    .append(field.shape())
                    .append(" at %.1f, %.1f mm".formatted(dots.mm(field.x()), dots.mm(field.y())));
        }
        findings.add(new Finding(rule, where.toString()));
    }
}
