package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Text;
import java.util.ArrayList;
import java.util.List;

/** What names say: of a catalogue its owner, of a position its sku and warehouse, which may both hold colons. Pure. */
final class Refs {
    private static final String END = ":DEFAULT";
    private static final int LONGEST = 255;

    /** Skus and warehouses that the name may be made of, one of each for every way to read it. */
    record Ways(List<String> skus, List<String> warehouses) {}

    private Refs() {}

    /** Ends with VALIDATION_FAILED. */
    static String owner(String field, String catalogue) {
        for (String kind : List.of("DEFAULT:", "COMPATIBILITY:")) {
            if (catalogue.startsWith(kind) && catalogue.length() > kind.length()) {
                return text(field, catalogue.substring(kind.length()));
            }
        }
        throw Refusal.invalid(field, "must be DEFAULT:<owner> or COMPATIBILITY:<owner>");
    }

    /** Ends with VALIDATION_FAILED. */
    static Ways position(String field, String ref) {
        text(field, ref);
        String pair = ref.endsWith(END) ? ref.substring(0, ref.length() - END.length()) : "";
        List<String> skus = new ArrayList<>();
        List<String> warehouses = new ArrayList<>();
        for (int colon = pair.indexOf(':'); colon >= 0; colon = pair.indexOf(':', colon + 1)) {
            if (colon > 0 && colon < pair.length() - 1) {
                skus.add(pair.substring(0, colon));
                warehouses.add(pair.substring(colon + 1));
            }
        }
        if (skus.isEmpty()) {
            throw Refusal.invalid(field, "must be <sku>:<warehouse>:DEFAULT");
        }
        return new Ways(skus, warehouses);
    }

    /** Ends with VALIDATION_FAILED. */
    static String text(String field, String value) {
        String problem = Text.problem(value, LONGEST);
        if (!problem.isEmpty()) {
            throw Refusal.invalid(field, problem);
        }
        return value;
    }
}
