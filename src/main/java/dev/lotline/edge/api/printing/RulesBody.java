package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Violations;
import dev.lotline.operations.printing.printers.PrintRules.Rule;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All rules of a warehouse in their order. */
@Schema(name = "PrintRules")
public record RulesBody(
        @Schema(
                required = true,
                description =
                        "The most specific one that fits wins (device, then dock, zone, owner, kind), then the first.")
        @Nullable
        List<@Nullable One> rules) {
    private static final int MOST = 200;

    /** Of what is absent, everything fits. */
    @Schema(name = "PrintRule")
    public record One(
            @Schema(description = "of label, such as ITEM_LOT") @Nullable
            String kind,

            @Nullable String owner,
            @Nullable String dock,
            @Nullable String zone,
            @Nullable String device,

            @Schema(required = true, description = "Code of a group of printers.") @Nullable
            String group) {}

    List<Rule> checked() {
        Violations violations = new Violations().required("rules", rules);
        List<Rule> checked = new ArrayList<>();
        List<@Nullable One> all = rules == null ? List.of() : rules;
        if (all.size() > MOST) {
            violations.add("rules", "must be at most " + MOST);
        }
        for (int n = 0; n < all.size(); n++) {
            One rule = all.get(n);
            String at = "rules[" + n + "]";
            if (rule == null) {
                violations.add(at, "is required");
                continue;
            }
            violations
                    .code(at + ".group", rule.group)
                    .text(at + ".kind", rule.kind, 64)
                    .text(at + ".owner", rule.owner, 64)
                    .text(at + ".dock", rule.dock, 64)
                    .text(at + ".zone", rule.zone, 64)
                    .text(at + ".device", rule.device, 64);
            checked.add(new Rule(rule.kind, rule.owner, rule.dock, rule.zone, rule.device, String.valueOf(rule.group)));
        }
        violations.refuse();
        return checked;
    }
}
