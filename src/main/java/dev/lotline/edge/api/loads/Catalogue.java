package dev.lotline.edge.api.loads;

import dev.lotline.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Whose goods a catalogue holds, by its reference. Pure. */
final class Catalogue {
    private static final String DEFAULT = "DEFAULT:";
    private static final String COMPATIBILITY = "COMPATIBILITY:";

    private Catalogue() {}

    /** Ends with VALIDATION_FAILED. */
    static @Nullable String owner(String field, @Nullable String ref) {
        if (ref == null) {
            return null;
        }
        for (String kind : new String[] {DEFAULT, COMPATIBILITY}) {
            if (ref.startsWith(kind) && ref.length() > kind.length()) {
                return ref.substring(kind.length());
            }
        }
        throw Refusal.invalid(field, "must be DEFAULT:<owner> or COMPATIBILITY:<owner>");
    }
}
