package dev.lotline.gs1.scan;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.profile.ScanProfile;
import dev.lotline.gs1.scan.Normaliser.Normalised;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of a reading in words; written only when somebody reads them, since most scans are never explained. */
final class Explanation extends AbstractList<String> {

    /** What the reading started from. */
    record Source(RawScan raw, ScanProfile profile, LocalDate today) {}

    private final Normalised normalised;
    private final List<Element> elements;
    private final List<ScanIssue> issues;
    private final AiTable table;
    private final Source source;
    private volatile @Nullable List<String> sentences;

    Explanation(Normalised normalised, List<Element> elements, List<ScanIssue> issues, AiTable table, Source source) {
        this.normalised = normalised;
        this.elements = elements;
        this.issues = issues;
        this.table = table;
        this.source = source;
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

    private List<String> written() {
        List<String> lines = new ArrayList<>();
        addEnds(lines);
        if (normalised.aimId() != null) {
            lines.add("removed " + normalised.aimId());
        }
        lines.add("read as " + normalised.carrier());
        for (ScanIssue issue : issues) {
            String ai = issue.ai() == null ? "" : " " + issue.ai();
            lines.add(issue.severity() + " " + issue.code() + ai + ": " + issue.text());
        }
        for (Element element : elements) {
            lines.add(sentence(element));
        }
        return List.copyOf(lines);
    }

    private void addEnds(List<String> lines) {
        ScanProfile profile = source.profile();
        String data = source.raw().data();
        if (!profile.equals(ScanProfile.STANDARD)) {
            lines.add("profile " + profile.name() + " version " + profile.version());
        }
        if (!profile.prefix().isEmpty() && data.startsWith(profile.prefix())) {
            lines.add("removed prefix " + profile.prefix());
        }
        int end = data.length();
        while (end > 0 && profile.suffix().indexOf(data.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end < data.length()) {
            lines.add("removed " + (data.length() - end) + " of the characters that end a scan");
        }
    }

    private String sentence(Element element) {
        ApplicationIdentifier row = table.find(element.ai());
        String title = row == null ? "" : row.title() + " ";
        boolean isDate = row != null && row.kind() == ApplicationIdentifier.Kind.DATE;
        Gs1Date date = isDate ? Gs1Date.parse(element.value(), source.today()) : null;
        return element.ai() + " = " + title + (date == null ? element.value() : inWords(date.date()));
    }

    private static String inWords(LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return date.getDayOfMonth() + " " + month + " " + date.getYear();
    }
}
