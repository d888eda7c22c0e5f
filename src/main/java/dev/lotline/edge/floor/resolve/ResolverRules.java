package dev.lotline.edge.floor.resolve;

import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.gs1.CheckDigit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one is chosen among several, and in which words. Pure. */
final class ResolverRules {
    static final Map<Integer, String> TIERS = Map.of(
            1, "places or lots have this code",
            2, "lots that the open order wants have it",
            3, "cartons or plates have this number",
            4, "items have this barcode",
            5, "items have this SKU",
            6, "lots of what is open here have this number",
            7, "lots in this warehouse have this number",
            8, "documents have this reference");

    private static final List<String> RANKS = List.of(
            "the open document wants it", "it stands in the current place", "it is in stock in this warehouse", "");

    private static final Set<String> DOCUMENTS = Set.of("RECEIVING_ORDER", "ORDER");

    /** Rank of a document that is open. */
    private static final int OPEN = 2;

    private ResolverRules() {}

    /** The only one, or the only one of the best rank; null when none stands out. */
    static @Nullable Hit singled(List<Hit> best) {
        if (best.size() == 1) {
            return best.get(0);
        }
        int rank = best.get(0).rank();
        boolean alone = rank < RANKS.size() - 1 && best.get(1).rank() > rank;
        return alone ? best.get(0) : null;
    }

    /**
     * The one open document of this name; null when there is none or several, or when what is open here wants, or the
     * current place holds, a thing of the same name.
     */
    static @Nullable Hit openDocument(List<Hit> hits) {
        List<Hit> open = hits.stream()
                .filter(hit -> DOCUMENTS.contains(hit.kind()) && hit.rank() == OPEN)
                .toList();
        boolean wanted = hits.stream().anyMatch(hit -> hit.rank() < OPEN);
        return open.size() == 1 && !wanted ? open.get(0) : null;
    }

    static String why(Hit chosen, int ofHowMany) {
        String rank = RANKS.get(chosen.rank());
        String tier = TIERS.get(chosen.tier());
        return ofHowMany == 1
                ? "the only one: no other " + tier
                : ofHowMany + " " + tier + "; this one because " + rank;
    }

    /** Why an alternative stands where it stands. */
    static String reason(Hit hit) {
        String rank = RANKS.get(hit.rank());
        return rank.isEmpty() ? "tier " + hit.tier() + ": " + hit.kind() : rank;
    }

    static String unknown(List<Hit> cases) {
        return cases.isEmpty()
                ? "nothing here has this code"
                : "no item has this GTIN, but it may be a case of "
                        + cases.get(0).sku();
    }

    /** The GTIN of the item in a case: indicator 0 and another check digit; null for an item itself. */
    static @Nullable String each(String gtin14) {
        char indicator = gtin14.charAt(0);
        if (indicator < '1' || indicator > '8') {
            return null;
        }
        String digits = "0" + gtin14.substring(1, 13);
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigit.isRight(digits + check)) {
                return digits + check;
            }
        }
        return null;
    }
}
