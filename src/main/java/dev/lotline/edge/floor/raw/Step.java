package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.stock.ledger.Verdict;
import java.util.Map;

/** What a scan turns out to be. */
sealed interface Step {
    /** Nothing is booked: something was opened, or there is no use for it here. */
    record Told(Verdict verdict, String code, Map<String, Object> facts, Context next) implements Step {}

    /**
     * Labels, and what is open once they are asked for.
     *
     * @param subject what they are stuck to, by name
     */
    record Labels(String kind, Map<String, Object> subject, int quantity, Context next) implements Step {}

    /** From now on labels of this device come out at that printer. */
    record NamedPrinter(String printer, Context next) implements Step {}

    /** An event, and what is open once it is booked. */
    record Event(ObjectNode fields, Context next) implements Step {}
}
