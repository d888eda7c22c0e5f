package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.Gtin;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import dev.lotline.gs1.Sscc;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns elements that have passed the parser into typed values. */
final class ElementMeaning {

    private final AiTable table;

    ElementMeaning(AiTable table) {
        this.table = table;
    }

    /** @param issues a count that says nothing is added here */
    ScanMeaning of(ElementString content, LocalDate today, List<ScanIssue> issues) {
        ScanMeaning.Draft draft = new ScanMeaning.Draft();
        List<Element> elements = content.elements();
        for (int i = 0; i < elements.size(); i++) {
            String value = elements.get(i).value();
            switch (elements.get(i).ai()) {
                case "00" -> draft.sscc = Sscc.parse(value);
                case "01" -> draft.gtin14 = Gtin.parse(value);
                case "02" -> draft.contentGtin14 = Gtin.parse(value);
                case "10" -> draft.lot = value;
                case "11" -> draft.produced = Gs1Date.parse(value, today);
                case "13" -> draft.packed = Gs1Date.parse(value, today);
                case "15" -> draft.bestBefore = Gs1Date.parse(value, today);
                case "16" -> draft.sellBy = Gs1Date.parse(value, today);
                case "17" -> draft.useBy = Gs1Date.parse(value, today);
                case "20" -> draft.variant = value;
                case "21" -> draft.serial = value;
                default -> {}
            }
        }
        draft.count = count(content, issues);
        ScanMeaning.Measure kilograms = measure(elements, "310");
        draft.netWeight = kilograms != null ? kilograms : measure(elements, "320");
        return draft.finish();
    }

    /** 37 counts the items in a logistic unit, beside 02 only; next to 01 it is a known mistake, and nobody knows of what. */
    private static @Nullable Integer count(ElementString content, List<ScanIssue> issues) {
        String inUnit = content.value("37");
        String written = inUnit != null ? inUnit : content.value("30");
        if (written == null) {
            return null;
        }
        String ai = inUnit != null ? "37" : "30";
        int count = Integer.parseInt(written);
        if (count == 0) {
            issues.add(ScanIssue.of(Code.ZERO_COUNT, ai, null, "a count of nothing"));
            return null;
        }
        boolean usable = inUnit == null || (content.value("02") != null && content.value("01") == null);
        return usable ? count : null;
    }

    /** Null also if the weight is there twice with other decimals: which one is right can't be known. */
    private ScanMeaning.@Nullable Measure measure(List<Element> elements, String prefix) {
        ScanMeaning.Measure found = null;
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            if (element.ai().length() == 4 && element.ai().startsWith(prefix)) {
                ApplicationIdentifier row = table.find(element.ai());
                if (found != null || row == null || row.unit() == null) {
                    return null;
                }
                int decimals = element.ai().charAt(3) - '0';
                found = new ScanMeaning.Measure(
                        BigDecimal.valueOf(Long.parseLong(element.value()), decimals), row.unit());
            }
        }
        return found;
    }
}
