package dev.lotline.edge.console.views;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of saved views; other languages: {@code messages/view_<language>.properties}. */
@MessageBundle("view")
public interface ViewWords {
    @Message("My views")
    String views();

    @Message("View")
    String name();

    @Message("Address")
    String address();

    @Message("Saved")
    String saved_at();

    @Message("Forget")
    String forget();

    @Message("No views yet. Every list can be saved under a name, as it is: filtered, sorted, with its columns.")
    String none();

    @Message("Only you see these names. Whoever gets the address sees the same rows, as far as they may.")
    String note();
}
