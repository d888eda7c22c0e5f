package dev.lotline.edge.console.counting;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of counts and adjustments; those of other languages stand in {@code messages/n_<language>.properties}. */
@MessageBundle("n")
public interface CountWords {
    @Message("Counts")
    String counts();

    @Message("Count")
    String count();

    @Message("Adjustments")
    String adjustments();

    @Message("No counts here.")
    String no_counts();

    @Message("Basis")
    String basis();

    @Message("A zone")
    String basis_zone();

    @Message("Places by name")
    String basis_locations();

    @Message("An item")
    String basis_item();

    @Message("A class of items (ABC)")
    String basis_abc();

    @Message("At random")
    String basis_random();

    @Message("Where nothing should be left")
    String basis_zero();

    @Message("Empty places")
    String basis_empty();

    @Message("Closed")
    String closed();

    @Message("State of the units")
    String units_state();

    @Message("Asked by")
    String asked_by();

    @Message("Plan a count")
    String plan_count();

    @Message("Zone")
    String zone();

    @Message("Places, separated by commas")
    String locations();

    @Message("Class (ABC)")
    String abc();

    @Message("Most lines")
    String size();

    @Message("Its lines become tasks of the floor, blind: who counts does not see what the books say.")
    String plan_note();

    @Message("Counted")
    String counted();

    @Message("Counted by")
    String counted_by();

    @Message("{lines} lines differ by more than one person may post. Agreeing posts them.")
    String waiting_lines(int lines);

    @Message("Agree to the differences")
    String agree();

    @Message("Nothing to count.")
    String no_lines();

    @Message("Books")
    String book();

    @Message("What the books said at the moment of the count; told once it was counted")
    String book_help();

    @Message("Counted − books, movements since the count taken into account")
    String difference_help();

    @Message("Rounds")
    String rounds();

    @Message("(the place itself)")
    String place_itself();

    @Message("Small differences are posted at once. Larger ones wait for another person than the one who counted.")
    String count_note();

    @Message("Adjust…")
    String new_adjustment();

    @Message("Posted.")
    String posted();

    @Message("Undo")
    String undo();

    @Message("No adjustments here.")
    String no_adjustments();

    @Message("Units")
    String delta();

    @Message("More (+) or fewer (−) than before")
    String delta_help();

    @Message("Decided by")
    String decided_by();

    @Message("Approve")
    String approve();

    @Message("Reject")
    String reject();

    @Message(
            "Up to the threshold of the warehouse it is posted at once; above, another person must agree. Claims on units that go are cut, the newest order first.")
    String adjust_note();

    @Message("How many")
    String how_many();

    @Message("More or fewer, such as -2")
    String delta_field();

    @Message("Or: counted there now")
    String counted_field();

    @Message("Adjust")
    String adjust();
}
