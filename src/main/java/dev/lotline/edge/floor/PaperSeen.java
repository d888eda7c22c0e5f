package dev.lotline.edge.floor;

import dev.lotline.edge.floor.EventLabels.Label;
import dev.lotline.kernel.Actor;
import dev.lotline.operations.printing.scans.LabelScans;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Labels of our own that an event was read from; nothing is asked where it was read from none. */
@Singleton
class PaperSeen {
    private final LabelScans scans;

    PaperSeen(LabelScans scans) {
        this.scans = scans;
    }

    /** Ends with LABEL_VOIDED and LABEL_ALREADY_COUNTED: a warning, and nothing is booked until the operator confirms. */
    Uni<Void> look(ScanEvent event, UUID id, Label label, long warehouse, Actor actor) {
        if (label.serial() != null) {
            List<String> confirmed = Objects.requireNonNullElse(event.confirmed(), List.of());
            return scans.read(warehouse, label.serial(), document(event), id, confirmed, actor.name());
        }
        boolean scanned = event.barcode() != null || event.barcodes() != null;
        return label.plate() != null && scanned
                ? scans.plateRead(warehouse, label.plate(), actor.name())
                : Uni.createFrom().voidItem();
    }

    /** Only what is counted into a receipt is counted once for each piece of paper; goods are moved many times. */
    private static @Nullable String document(ScanEvent event) {
        return "RECEIVE".equals(event.operation()) && event.receivingOrder() != null
                ? event.receivingOrder().owner() + "/" + event.receivingOrder().reference()
                : null;
    }
}
