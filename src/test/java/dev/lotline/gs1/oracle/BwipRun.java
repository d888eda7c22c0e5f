package dev.lotline.gs1.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.gs1.AiRules;
import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.ScanIssue.Severity;
import dev.lotline.gs1.link.DigitalLink;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * We find something wrong where bwip-js does, and nothing where it doesn't. Only by the profile {@code oracle}; how
 * often is said by {@code -Doracle.messages}.
 */
class BwipRun {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final AiTable TABLE = AiTable.builtIn();
    private static final int MESSAGES = Integer.getInteger("oracle.messages", 100_000);
    private static final int IN_FLIGHT = 32;

    /** @param ours what we have against it; empty = nothing */
    private record Asked(String text, List<String> ours) {}

    @Test
    void element_strings_are_judged_alike() throws IOException {
        Mutations mutations = new Mutations(Long.getLong("oracle.seed", 1L), TODAY);
        compare("gs1", "gs1datamatrix", () -> {
            List<Element> set = mutations.next();
            String text = set.stream().map(e -> "(" + e.ai() + ")" + e.value()).collect(Collectors.joining());
            boolean usable =
                    !set.isEmpty() && set.stream().noneMatch(e -> e.value().contains("("));
            return usable ? new Asked(text, verdict(set)) : null;
        });
    }

    @Test
    void links_are_judged_alike() throws IOException {
        Mutations mutations = new Mutations(Long.getLong("oracle.seed", 2L), TODAY);
        Random random = new Random(3);
        compare("link", "gs1dldatamatrix", () -> {
            String link = link(mutations.next(), random);
            return link == null ? null : new Asked(link, verdict(link));
        });
    }

    private interface Source {
        Asked next();
    }

    private static void compare(String language, String symbology, Source source) throws IOException {
        Disagreements disagreements = new Disagreements();
        int sound = 0;
        try (Bwip bwip = new Bwip()) {
            Deque<Asked> inFlight = new ArrayDeque<>();
            int asked = 0;
            while (asked < MESSAGES || !inFlight.isEmpty()) {
                Asked next = asked < MESSAGES ? source.next() : null;
                if (next != null) {
                    bwip.ask(symbology, next.text(), Map.of());
                    inFlight.add(next);
                    asked++;
                }
                if (inFlight.size() >= IN_FLIGHT || (asked >= MESSAGES && !inFlight.isEmpty())) {
                    Asked first = inFlight.remove();
                    String theirs = bwip.answer();
                    sound += theirs.equals("ok") ? 1 : 0;
                    if (theirs.equals("ok") != first.ours().isEmpty()) {
                        disagreements.add(language, first.text(), first.ours(), theirs);
                    }
                }
            }
        }
        System.out.println(language + ": " + MESSAGES + " messages, " + sound + " sound, listed disagreements "
                + disagreements.used());
        assertTrue(sound > MESSAGES / 20, "too few sound messages: " + sound);
        assertEquals(
                0,
                disagreements.unlisted().size(),
                () -> disagreements.unlisted().stream().limit(40).collect(Collectors.joining("\n")));
    }

    private static List<String> verdict(List<Element> set) {
        for (Element element : set) {
            if (TABLE.find(element.ai()) == null) {
                return List.of("UNKNOWN_AI " + element.ai());
            }
        }
        return verdict(ElementString.checked(set, new int[set.size()], TABLE, TODAY));
    }

    private static List<String> verdict(String link) {
        Parsed parsed = DigitalLink.parse(link, TABLE, TODAY);
        return parsed == null ? List.of("no link") : verdict(parsed);
    }

    private static List<String> verdict(Parsed parsed) {
        List<ScanIssue> issues = new ArrayList<>(parsed.issues());
        issues.addAll(AiRules.check(parsed.content().elements(), TABLE));
        return issues.stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .map(issue -> issue.code() + " " + issue.ai() + " " + issue.text())
                .toList();
    }

    /** A link of these elements with, now and then, its parts changed; null if they are none's. */
    private static String link(List<Element> set, Random random) {
        String link;
        try {
            link = DigitalLink.build(new ElementString(set), "https://example.com/some", TABLE);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (random.nextInt(3) > 0) {
            return link;
        }
        int at = 24 + random.nextInt(link.length() - 24);
        return switch (random.nextInt(8)) {
            case 0 -> link + "/21/X";
            case 1 -> link + (link.contains("?") ? "&" : "?") + "10=A";
            case 2 -> link + (link.contains("?") ? "&" : "?") + "99=A%2";
            case 3 -> link.substring(0, at) + link.substring(at + 1);
            case 4 -> link.substring(0, at) + "%41" + link.substring(at);
            case 5 -> link.replaceFirst("[?]", "/");
            case 6 -> link + "#99=X";
            default -> link.substring(0, at) + (char) ('0' + random.nextInt(10)) + link.substring(at + 1);
        };
    }
}
