package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of a reading in words; written only when somebody reads them, since most scans are never explained. */
final class Explanation extends AbstractList<String> {

    private final @Nullable String aimId;
    private final Carrier carrier;
    private final List<Element> elements;
    private final List<ScanIssue> issues;
    private final AiTable table;
    private final LocalDate today;
    private volatile @Nullable List<String> sentences;

    Explanation(
            @Nullable String aimId,
            Carrier carrier,
            List<Element> elements,
            List<ScanIssue> issues,
            AiTable table,
            LocalDate today) {
        this.aimId = aimId;
        this.carrier = carrier;
        this.elements = elements;
        this.issues = issues;
        this.table = table;
        this.today = today;
    }

    @Override
    public String get(int index) {
        return sentences().get(index);
    }

    @Override
    public int size() {
        return sentences().size();
    }

    private List<String> sentences() {
        List<String> known = sentences;
        if (known == null) {
            known = written();
            sentences = known;
        }
        return known;
    }

    /** The same with other things noted. */
    Explanation noting(List<ScanIssue> others) {
        return new Explanation(aimId, carrier, elements, others, table, today);
    }

    private List<String> written() {
        List<String> lines = new ArrayList<>();
        if (aimId != null) {
            lines.add("removed " + aimId);
        }
        lines.add("read as " + carrier);
        for (ScanIssue issue : issues) {
            String ai = issue.ai() == null ? "" : " " + issue.ai();
            lines.add(issue.severity() + " " + issue.code() + ai + ": " + issue.text());
        }
        for (Element element : elements) {
            lines.add(sentence(element));
        }
        return List.copyOf(lines);
    }

    private String sentence(Element element) {
        ApplicationIdentifier row = table.find(element.ai());
        String title = row == null ? "" : row.title() + " ";
        boolean isDate = row != null && row.kind() == ApplicationIdentifier.Kind.DATE;
        Gs1Date date = isDate ? Gs1Date.parse(element.value(), today) : null;
        date = isDate && date == null ? Gs1Date.parseLong(element.value()) : date;
        return element.ai() + " = " + title + (date == null ? element.value() : inWords(date.date()));
    }

    private static String inWords(LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return date.getDayOfMonth() + " " + month + " " + date.getYear();
    }
}
