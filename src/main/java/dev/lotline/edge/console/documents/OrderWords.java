package dev.lotline.edge.console.documents;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of orders; those of other languages stand in {@code messages/o_<language>.properties}. */
@MessageBundle("o")
public interface OrderWords {
    @Message("Open orders by state")
    String by_state();

    @Message("lack units")
    String lacking();

    @Message("States are counted among the 1,000 open orders that must leave first.")
    String capped();

    @Message("Promised, lot and place not chosen yet")
    String allocated_help();

    @Message("Promised from a lot in a place, to be picked")
    String reserved_help();

    @Message("In totes, not shipped")
    String picked_help();

    @Message("Ordered less what is promised, picked and shipped")
    String lacking_help();

    @Message("Open tasks")
    String tasks();

    @Message("Task")
    String task();

    @Message("Choose")
    String choose();

    @Message("Who has it")
    String holder();

    @Message("Give the chosen ones to (device or person; empty = nobody)")
    String give_to();

    @Message("Hand over")
    String hand_over();
}
