package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.OutboxEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where events go. */
interface Outlet {
    /** Ends when every event was taken for good; fails when one may not have been: then all are told again. */
    Uni<Void> tell(List<OutboxEvent> events);
}
