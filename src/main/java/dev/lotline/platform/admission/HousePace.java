package dev.lotline.platform.admission;

import dev.lotline.kernel.work.Pace;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One pace of the house: the ledger tells it, the doors ask for it. */
@Singleton
class HousePace {
    @Produces
    @Singleton
    Pace pace() {
        return new Pace();
    }
}
