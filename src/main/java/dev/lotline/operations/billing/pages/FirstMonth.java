package dev.lotline.operations.billing.pages;

import dev.lotline.operations.billing.Plans;
import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.fees.StorageFees;
import dev.lotline.operations.billing.rating.Rating;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an item will cost before any day of its house was closed: as it stands today, if nothing moves. */
@Singleton
final class FirstMonth {
    private final PriceSql sql;
    private final StorageFees fees;
    private final Plans plans;

    FirstMonth(PriceSql sql, StorageFees fees, Plans plans) {
        this.sql = sql;
        this.fees = fees;
        this.plans = plans;
    }

    /** By lot, 0 = goods without one; empty = no plan holds then, or the item's lines hang together with those of others. */
    Uni<Optional<Map<Long, BigDecimal>>> monthOf(Head head, String sku, YearMonth month) {
        if (head.next() == null || head.last() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return plans.book(Head.versions(Arrays.asList(head.next(), head.last())))
                .chain(book -> book.versions().stream()
                                .allMatch(version -> version.plan().linesAlone())
                        ? sql.itemId(head.house(), sku)
                        : Uni.createFrom().<Long>nullItem())
                .chain(item -> item == null
                        ? Uni.createFrom().item(Optional.<Map<Long, BigDecimal>>empty())
                        : fees.ways(head.house(), month, List.of(StorageFees.Way.STILL), new Long[] {item})
                                .map(still -> Optional.of(byLot(still.get(0), sku))));
    }

    private static Map<Long, BigDecimal> byLot(Estimate estimate, String sku) {
        return estimate.estimate().lines().stream()
                .filter(line -> line.cell().sku().equals(sku))
                .collect(Collectors.toMap(
                        line -> line.cell().lot().isEmpty()
                                ? 0L
                                : Long.parseLong(line.cell().lot()),
                        Rating.Line::amount,
                        BigDecimal::add));
    }
}
