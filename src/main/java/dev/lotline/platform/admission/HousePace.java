package dev.lotline.platform.admission;

import dev.lotline.kernel.work.Pace;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One pace of the house: the ledger tells it, the doors ask for it. */
final class HousePace {
    private HousePace() {}

    @Produces
    @Singleton
    static Pace pace() {
        return new Pace();
    }
}
