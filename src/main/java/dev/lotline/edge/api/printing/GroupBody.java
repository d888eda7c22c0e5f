package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Violations;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Printers that stand for each other. */
@Schema(name = "PrinterGroup")
public record GroupBody(
        @Schema(required = true, description = "Code of the warehouse.") @Nullable
        String warehouse,

        @Schema(required = true, description = "Codes, the one that is tried first in front.") @Nullable
        List<@Nullable String> printers) {
    private static final int MOST = 50;

    List<String> checked(String code) {
        Violations violations = new Violations()
                .code("group", code)
                .code("warehouse", warehouse)
                .required("printers", printers);
        if (printers != null) {
            if (printers.size() > MOST) {
                violations.add("printers", "must be at most " + MOST);
            }
            if (new HashSet<>(printers).size() < printers.size()) {
                violations.add("printers", "must not hold one twice");
            }
            for (int n = 0; n < printers.size(); n++) {
                violations.code("printers[" + n + "]", printers.get(n));
            }
        }
        violations.refuse();
        return printers == null
                ? List.of()
                : printers.stream().map(String::valueOf).toList();
    }
}
