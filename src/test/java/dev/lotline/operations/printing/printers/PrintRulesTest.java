package dev.lotline.operations.printing.printers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.operations.printing.printers.PrintRules.Rule;
import dev.lotline.operations.printing.printers.PrintRules.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintRulesTest {
    private static final Wanted AT_DOCK = new Wanted("ITEM_LOT", "HEALTHY", "DOCK-1", "Z", "HH-1");

    private static final Rule ALL = rule(null, null, null, null, null, "all");
    private static final Rule KIND = rule("ITEM_LOT", null, null, null, null, "kind");
    private static final Rule OWNER = rule(null, "HEALTHY", null, null, null, "owner");
    private static final Rule ZONE = rule(null, null, null, "Z", null, "zone");
    private static final Rule DOCK = rule(null, null, "DOCK-1", null, null, "dock");
    private static final Rule DEVICE = rule(null, null, null, null, "HH-1", "device");

    @Test
    void the_most_specific_rule_wins() {
        List<Rule> rules = List.of(ALL, KIND, OWNER, ZONE, DOCK, DEVICE);
        for (int n = rules.size(); n > 0; n--) {
            assertEquals(rules.get(n - 1).group(), PrintRules.group(rules.subList(0, n), AT_DOCK));
        }
        // all that is less specific together says less
        Rule many = rule("ITEM_LOT", "HEALTHY", "DOCK-1", "Z", null, "many");
        assertEquals("device", PrintRules.group(List.of(many, DEVICE), AT_DOCK));
    }

    @Test
    void of_equals_the_first_wins() {
        assertEquals("first", PrintRules.group(List.of(rule(null, null, null, null, null, "first"), ALL), AT_DOCK));
    }

    @Test
    void a_rule_for_something_else_does_not_fit() {
        assertNull(PrintRules.group(List.of(rule("PALLET", null, null, null, null, "x")), AT_DOCK));
        assertNull(PrintRules.group(List.of(DOCK), new Wanted("ITEM_LOT", null, null, null, null)));
        assertNull(PrintRules.group(List.of(), AT_DOCK));
    }

    private static Rule rule(String kind, String owner, String dock, String zone, String device, String group) {
        return new Rule(kind, owner, dock, zone, device, group);
    }
}
