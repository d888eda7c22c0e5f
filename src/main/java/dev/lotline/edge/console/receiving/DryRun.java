package dev.lotline.edge.console.receiving;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.edge.console.shell.Frame;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.receiving.Announcing;
import dev.lotline.operations.receiving.NewReceivingOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at a receiving order before it is announced, row by row, and announces it when nothing stands against it. */
@RequestScoped
class DryRun {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");
    private static final Pattern PREFIX = Pattern.compile("^lines\\[\\d+]\\.");

    private final Announcing announcing;
    private final Frame frame;
    private final ObjectMapper json;

    DryRun(Announcing announcing, Frame frame, ObjectMapper json) {
        this.announcing = announcing;
        this.frame = frame;
        this.json = json;
    }

    /** The same with what is wrong with each row; nothing is stored. */
    Uni<Announcement> check(Announcement asked) {
        if (asked.rows().size() > Announcement.MOST_ROWS) {
            Refusal tooMany = Refusal.invalid("lines", "must have at most " + Announcement.MOST_ROWS + " lines");
            return Uni.createFrom().item(said(asked, Map.of(), List.of(tooMany)));
        }
        if (!asked.heading().expectedOn().isEmpty()
                && GoodsRow.date(asked.heading().expectedOn()) == null) {
            return Uni.createFrom()
                    .item(said(
                            asked, Map.of(), List.of(Refusal.invalid("expectedOn", "must be a date like 2026-12-01"))));
        }
        Map<Integer, Refusal> found = new HashMap<>();
        List<Integer> readable = new ArrayList<>();
        for (int n = 0; n < asked.rows().size(); n++) {
            Refusal unreadable = asked.rows().get(n).unreadable();
            if (unreadable == null) {
                readable.add(n);
            } else {
                found.put(n, unreadable);
            }
        }
        asked.twice().forEach((row, earlier) -> found.putIfAbsent(row, twice(earlier)));
        return announcing
                .refusals(asked.rowByRow(readable), frame.actor().scope())
                .map(refusals -> said(asked, found, place(refusals, readable, found)));
    }

    private static Refusal twice(int earlier) {
        return Refusal.invalid("lot", "names the lot of line " + (earlier + 1) + " again");
    }

    /** Puts each refusal to its row; answers those that belong to none. */
    private static List<Refusal> place(List<Refusal> refusals, List<Integer> readable, Map<Integer, Refusal> found) {
        List<Refusal> whole = new ArrayList<>();
        for (Refusal no : refusals) {
            for (Refusal each : single(no)) {
                String field = String.valueOf(each.facts().get("field"));
                Matcher line = LINE.matcher(field);
                if (line.matches()) {
                    found.putIfAbsent(readable.get(Integer.parseInt(line.group(1))), each);
                } else if (!field.equals("lines") || found.isEmpty()) {
                    whole.add(each);
                }
            }
        }
        return whole;
    }

    /** One for each wrong field. */
    private static List<Refusal> single(Refusal no) {
        return no.violations().isEmpty()
                ? List.of(no)
                : no.violations().stream()
                        .map(each -> Refusal.invalid(each.field(), each.message()))
                        .toList();
    }

    private Announcement said(Announcement asked, Map<Integer, Refusal> found, List<Refusal> whole) {
        List<GoodsRow> rows = new ArrayList<>();
        for (int n = 0; n < asked.rows().size(); n++) {
            Refusal no = found.get(n);
            rows.add(asked.rows()
                    .get(n)
                    .refused(no == null ? null : new GoodsRow.Said(no.code().name(), words(List.of(no)))));
        }
        return new Announcement(asked.heading(), rows, whole.isEmpty() ? null : words(whole), true);
    }

    /** All that is wrong; which line it is stands beside it. */
    private String words(List<Refusal> refusals) {
        return refusals.stream()
                .flatMap(no -> single(no).stream())
                .map(no -> no.violations().isEmpty()
                        ? no
                        : Refusal.invalid(
                                PREFIX.matcher(no.violations().get(0).field()).replaceFirst(""),
                                no.violations().get(0).message()))
                .map(frame::sentence)
                .collect(Collectors.joining(" "));
    }

    Uni<Announcing.Stored> announce(Announcement asked) {
        NewReceivingOrder order = asked.order();
        return announcing.announce(order, CanonicalJson.hash(json.valueToTree(order)), frame.actor());
    }
}
