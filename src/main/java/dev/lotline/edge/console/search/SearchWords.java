package dev.lotline.edge.console.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of searching; other languages: {@code messages/find_<language>.properties}. */
@MessageBundle("find")
public interface SearchWords {
    @Message("Plate")
    String plate();

    @Message("What stands here")
    String content();

    @Message("Nothing stands here.")
    String empty();

    @Message("Printer")
    String printer();

    @Message(
            "This is a badge. It signs its person in at a handheld; its code is a secret that is kept nowhere, so nobody can look up whose it is.")
    String badge();

    @Message("This is a command card. It says to a handheld what to do; nothing of it is here.")
    String command();

    @Message("This is a label of the scanner test.")
    String test();

    @Message("The label is of this house: {kind}. What it names is not here, or not yours to see.")
    String own(String kind);
}
