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
}
