package dev.lotline.edge.printing.label;

import dev.lotline.edge.printing.zpl.Code128;
import dev.lotline.edge.printing.zpl.ZplField;
import dev.lotline.gs1.ElementString;
import java.util.stream.Collectors;

/**
 * The GS1 logistic label: the SSCC as the lowest bar, above it what the unit holds as far as a bar of full width shows it;
 * the DataMatrix says all of it. A bar that has no room is left out, never drawn thinner.
 */
final class Pallet {
    /** What is left of 101.6 mm between the edges and the quiet zones, in bars of 0.508 mm: the module of every head. */
    private static final int MOST_MODULES = 172;

    private final LabelContents contents;

    Pallet(LabelContents contents) {
        this.contents = contents;
    }

    void fill() {
        contents.words("sscc");
        boolean content = contents.payload().has("gtin") && contents.payload().has("count");
        if (content) {
            contents.goods();
        }
        LabelData data = contents.data();
        ElementString unit = unit();
        ElementString held = held(content);
        ElementString life = life();
        data.field("from", contents.text("from"))
                .field("to", contents.text("to"))
                .field("sscc", ZplField.identity(contents.payload().required("sscc")))
                .field("unit", ZplField.of(unit))
                .field("unitLine", ZplField.identity(bracketed(unit)))
                .field("contents", ZplField.of(held))
                .field("contentLine", ZplField.identity(bracketed(held)))
                .field("life", ZplField.of(life))
                .field("lifeLine", ZplField.identity(bracketed(life)))
                .field("scan", ZplField.of(all(content)))
                .show("content", content)
                .show("contentBar", fits(held))
                .show("lotBar", fits(life));
        if (!content) {
            data.show("lotted", false).show("dated", false).show("counted", false);
        }
    }

    private ElementString unit() {
        ElementString.Builder unit = contents.builder();
        LabelContents.put(unit, "00", contents.payload().required("sscc"));
        return unit.build();
    }

    private ElementString held(boolean content) {
        ElementString.Builder held = contents.builder();
        if (content) {
            contents.add(held, "02", "gtin");
            LabelContents.put(held, "37", evenCount());
        }
        return held.build();
    }

    private ElementString life() {
        ElementString.Builder life = contents.builder();
        contents.addExpiry(life);
        contents.add(life, "10", "lot");
        return life.build();
    }

    private ElementString all(boolean content) {
        ElementString.Builder all = contents.builder();
        LabelContents.put(all, "00", contents.payload().required("sscc"));
        if (content) {
            contents.add(all, "02", "gtin");
            contents.addExpiry(all);
            LabelContents.put(all, "37", contents.payload().required("count"));
            contents.add(all, "10", "lot");
        }
        contents.addSerial(all);
        return all.build();
    }

    /** Pairs of digits are half as wide as single ones; a leading zero says nothing. */
    private String evenCount() {
        String count = contents.payload().required("count");
        return count.length() % 2 == 0 ? count : "0" + count;
    }

    private static boolean fits(ElementString elements) {
        if (elements.elements().isEmpty()) {
            return false;
        }
        // in these bars only the last value is of variable length
        String text = elements.elements().stream()
                .map(element -> element.ai() + element.value())
                .collect(Collectors.joining());
        return Code128.modules(Code128.zpl(Code128.FNC1 + text)) <= MOST_MODULES;
    }

    private static String bracketed(ElementString elements) {
        return elements.elements().stream()
                .map(element -> "(" + element.ai() + ")" + element.value())
                .collect(Collectors.joining(" "));
    }
}
