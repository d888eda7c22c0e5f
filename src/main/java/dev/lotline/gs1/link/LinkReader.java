package dev.lotline.gs1.link;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes one link apart: the rightmost pair of path segments whose left one is a key, its qualifiers, the query. */
final class LinkReader {

    private static final int MOST = 65;

    private final String text;
    private final int hostStart;
    private final int pathEnd;
    private final int end;
    private final AiTable table;
    private final LocalDate today;

    private final List<Element> found = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<ScanIssue> issues = new ArrayList<>(1);

    LinkReader(String text, int hostStart, AiTable table, LocalDate today) {
        this.text = text;
        this.hostStart = hostStart;
        this.table = table;
        this.today = today;
        int fragment = text.indexOf('#', hostStart);
        this.end = fragment < 0 ? text.length() : fragment;
        int query = text.indexOf('?', hostStart);
        this.pathEnd = query < 0 || query > end ? end : query;
    }

    @Nullable
    Parsed read() {
        int path = text.indexOf('/', hostStart);
        if (path < 0 || path > pathEnd || !isHost(path)) {
            return null;
        }
        int[] slashes = slashes(path);
        int pair = slashes.length - 2;
        ApplicationIdentifier key = null;
        while (pair >= 0 && key == null) {
            key = keyAt(slashes, pair);
            pair -= 2;
        }
        if (key == null) {
            return null;
        }
        List<String> qualifiers = readPath(key, slashes, pair + 2);
        if (!rejected()) {
            readQuery(key, qualifiers);
        }
        return result();
    }

    private Parsed result() {
        if (rejected()) {
            return new Parsed(ElementString.EMPTY, issues);
        }
        Parsed checked = ElementString.checked(
                found, offsets.stream().mapToInt(Integer::intValue).toArray(), table, today);
        List<ScanIssue> all = new ArrayList<>(issues);
        all.addAll(checked.issues());
        return new Parsed(checked.content(), all);
    }

    private boolean isHost(int path) {
        for (int i = hostStart; i < path; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && ".-:[]".indexOf(c) < 0) {
                return false;
            }
        }
        return path > hostStart;
    }

    /** Where the segments begin: the place of each slash. */
    private int[] slashes(int path) {
        return IntStream.range(path, pathEnd).filter(i -> text.charAt(i) == '/').toArray();
    }

    private String segment(int[] slashes, int n) {
        return text.substring(slashes[n] + 1, n + 1 < slashes.length ? slashes[n + 1] : pathEnd);
    }

    private @Nullable ApplicationIdentifier keyAt(int[] slashes, int n) {
        int length = slashes[n + 1] - slashes[n] - 1;
        ApplicationIdentifier row = length > 4 ? null : table.find(segment(slashes, n));
        return row != null && row.link().key() ? row : null;
    }

    /** Returns what qualifies the key. */
    private List<String> readPath(ApplicationIdentifier key, int[] slashes, int first) {
        addDecoded(key.ai(), segment(slashes, first + 1), slashes[first + 1] + 1, false);
        List<String> qualifiers = new ArrayList<>();
        for (int n = first + 2; n + 1 < slashes.length && !rejected(); n += 2) {
            String ai = segment(slashes, n);
            qualifiers.add(ai);
            if (!inOrder(key, qualifiers)) {
                reject(ScanIssue.at(Code.DL_ORDER, slashes[n] + 1, ai + " behind " + key.ai()));
            } else {
                addDecoded(ai, segment(slashes, n + 1), slashes[n + 1] + 1, false);
            }
        }
        return qualifiers;
    }

    private static boolean inOrder(ApplicationIdentifier key, List<String> qualifiers) {
        for (List<String> sequence : key.link().sequences()) {
            int at = -1;
            for (String qualifier : qualifiers) {
                int next = sequence.indexOf(qualifier);
                at = next > at ? next : sequence.size();
            }
            if (at < sequence.size()) {
                return true;
            }
        }
        return false;
    }

    /** Names that are no numbers belong to whoever runs the site. */
    private void readQuery(ApplicationIdentifier key, List<String> qualifiers) {
        int at = pathEnd + 1;
        while (at <= end && !rejected()) {
            int next = separator(at);
            int equals = at;
            while (equals < next && text.charAt(equals) != '=') {
                equals++;
            }
            if (equals < next && isNumber(at, equals)) {
                readParameter(key, qualifiers, text.substring(at, equals), equals + 1, next);
            }
            at = next + 1;
        }
    }

    private void readParameter(ApplicationIdentifier key, List<String> qualifiers, String name, int from, int to) {
        ApplicationIdentifier row = name.length() > 4 ? null : table.find(name);
        if (row != null && key.link().qualifiedBy(name, qualifiers)) {
            reject(ScanIssue.of(Code.DL_QUALIFIER_IN_QUERY, name, from, "belongs into the path behind " + key.ai()));
        } else if (row == null || !row.link().attribute()) {
            reject(ScanIssue.at(Code.DL_NOT_ALLOWED, from, name + " can't stand in a query"));
        } else if (found.stream().anyMatch(element -> element.ai().equals(name))) {
            reject(ScanIssue.of(Code.DL_NOT_ALLOWED, name, from, "is there twice"));
        } else {
            addDecoded(name, text.substring(from, to), from, true);
        }
    }

    private int separator(int from) {
        int at = from;
        while (at < end && text.charAt(at) != '&' && text.charAt(at) != ';') {
            at++;
        }
        return at;
    }

    private boolean isNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    private void addDecoded(String ai, String written, int offset, boolean query) {
        String value = Percent.decoded(written, query);
        if (value == null) {
            reject(ScanIssue.of(Code.DL_PERCENT, ai, offset, written));
            return;
        }
        if (found.size() == MOST) {
            // the limit of elements has its own words
            return;
        }
        int length = value.length();
        if (ai.equals("01") && (length == 8 || length == 12 || length == 13)) {
            issues.add(ScanIssue.of(Code.DL_ZERO_SUPPRESSED, ai, offset, length + " digits instead of 14"));
            value = "0".repeat(14 - length) + value;
        }
        found.add(new Element(ai, value));
        offsets.add(offset);
    }

    private void reject(ScanIssue issue) {
        issues.add(issue);
    }

    private boolean rejected() {
        for (int i = 0; i < issues.size(); i++) {
            if (issues.get(i).rejects()) {
                return true;
            }
        }
        return false;
    }
}
