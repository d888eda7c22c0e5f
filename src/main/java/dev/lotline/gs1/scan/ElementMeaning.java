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
import dev.lotline.gs1.check.Mod3736;
import dev.lotline.gs1.own.Crockford;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns elements that have passed the parser into typed values. */
final class ElementMeaning {

    private static final int LABEL_SERIAL = 10;

    private final AiTable table;

    ElementMeaning(AiTable table) {
        this.table = table;
    }

    /** @param issues a count that says nothing, and dates that contradict each other, are added here */
    ScanMeaning of(ElementString content, LocalDate today, List<ScanIssue> issues) {
        ScanMeaning.Draft draft = new ScanMeaning.Draft();
        fill(draft, content, today, issues);
        return draft.finish();
    }

    void fill(ScanMeaning.Draft draft, ElementString content, LocalDate today, List<ScanIssue> issues) {
        List<Element> elements = content.elements();
        String minute = null;
        String items = null;
        String inUnit = null;
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
                case "30" -> items = value;
                case "37" -> inUnit = value;
                case "7003" -> minute = value;
                case "98" -> draft.labelSerial = isLabelSerial(value) ? value : null;
                default -> references(draft, elements.get(i).ai(), value);
            }
        }
        useBy(draft, minute, today, issues);
        draft.count = inUnit == null ? count("30", items, issues) : countInUnit(inUnit, content, issues);
        draft.measures = measures(elements);
        ScanMeaning.Measure kilograms = weight(draft.measures, "310");
        draft.netWeight = kilograms != null ? kilograms : weight(draft.measures, "320");
    }

    private static void references(ScanMeaning.Draft draft, String ai, String value) {
        switch (ai) {
            case "254" -> draft.glnExtension = value;
            case "400" -> draft.orderReference = value;
            case "401" -> draft.consignment = value;
            case "402" -> draft.shipment = value;
            case "403" -> draft.route = value;
            case "410" -> draft.shipTo = value;
            case "414" -> draft.gln = value;
            default -> {}
        }
    }

    /** Nine characters of a sequence and their check: AI 98 of other companies looks otherwise, or isn't in our books. */
    private static boolean isLabelSerial(String value) {
        return value.length() == LABEL_SERIAL
                && Crockford.isAll(value.substring(0, LABEL_SERIAL - 1))
                && Mod3736.isRight(value);
    }

    private static void useBy(
            ScanMeaning.Draft draft, @Nullable String minute, LocalDate today, List<ScanIssue> issues) {
        Gs1Date toTheMinute = minute == null ? null : Gs1Date.parseMinute(minute, today);
        Gs1Date day = draft.useBy;
        if (toTheMinute == null || day == null) {
            draft.useBy = day == null ? toTheMinute : day;
            return;
        }
        if (!toTheMinute.date().equals(day.date())) {
            issues.add(ScanIssue.of(Code.DATE_CONFLICT, "17", null, day.date() + " and " + toTheMinute.date()));
        }
        draft.useBy = day.date().isBefore(toTheMinute.date()) ? day : toTheMinute;
    }

    /** Beside 02 or 8026 only: next to 01 it is a known mistake, and nobody knows of what. */
    private static @Nullable Integer countInUnit(String written, ElementString content, List<ScanIssue> issues) {
        Integer count = count("37", written, issues);
        boolean usable = (content.value("02") != null || content.value("8026") != null) && content.value("01") == null;
        return usable ? count : null;
    }

    private static @Nullable Integer count(String ai, @Nullable String written, List<ScanIssue> issues) {
        if (written == null) {
            return null;
        }
        int count = Integer.parseInt(written);
        if (count == 0) {
            issues.add(ScanIssue.of(Code.ZERO_COUNT, ai, null, "a count of nothing"));
            return null;
        }
        return count;
    }

    private List<ScanMeaning.Dimension> measures(List<Element> elements) {
        List<ScanMeaning.Dimension> measures = List.of();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            ApplicationIdentifier row = element.ai().length() == 4 ? table.find(element.ai()) : null;
            if (row != null && row.kind() == ApplicationIdentifier.Kind.MEASURE && row.unit() != null) {
                int decimals = element.ai().charAt(3) - '0';
                BigDecimal value = BigDecimal.valueOf(Long.parseLong(element.value()), decimals);
                measures = measures.isEmpty() ? new ArrayList<>(2) : measures;
                measures.add(new ScanMeaning.Dimension(element.ai(), new ScanMeaning.Measure(value, row.unit())));
            }
        }
        return measures;
    }

    /** Null also if the weight is there twice with other decimals: which one is right can't be known. */
    private static ScanMeaning.@Nullable Measure weight(List<ScanMeaning.Dimension> measures, String prefix) {
        ScanMeaning.Measure found = null;
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).ai().startsWith(prefix)) {
                if (found != null) {
                    return null;
                }
                found = measures.get(i).measure();
            }
        }
        return found;
    }
}
