package dev.lotline.edge.api.inventory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The stock level status of Bottleneck Manufacturing, for an item or a lot. A hold stands beside it, not in it. */
record BottleneckVocabulary(Status status) {
    enum Status {
        IN_STOCK,
        LOW_SUPPLY,
        INCOMING,
        OUT_OF_STOCK
    }

    static BottleneckVocabulary of(Position p) {
        BigDecimal incoming = p.inbound().expected().add(p.physical().arriving());
        return of(p.physical().available(), incoming, p.reorderPoint());
    }

    /** @param threshold the item's low-supply threshold; null = a lot is never in low supply */
    static BottleneckVocabulary of(LotPosition lot, @Nullable BigDecimal threshold) {
        return of(lot.in("AVAILABLE"), lot.incoming(), threshold);
    }

    private static BottleneckVocabulary of(BigDecimal units, BigDecimal incoming, @Nullable BigDecimal threshold) {
        if (units.signum() == 0) {
            return new BottleneckVocabulary(incoming.signum() > 0 ? Status.INCOMING : Status.OUT_OF_STOCK);
        }
        boolean low = threshold != null && units.compareTo(threshold) < 0;
        return new BottleneckVocabulary(low ? Status.LOW_SUPPLY : Status.IN_STOCK);
    }
}
