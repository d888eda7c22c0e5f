package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item as Bottleneck Manufacturing describes it. A hold stands beside the status, not in it.
 *
 * @param status in low supply when what is available falls below the reorder point
 * @param ownedBy whether the item is the manufacturer's own or made for a customer
 * @param type null = not said
 * @param itemStatus INACTIVE = neither received nor ordered any more
 */
public record BottleneckVocabulary(
        @Schema(implementation = Status.class, description = "How much there is; a hold stands beside it.")
        Choice<Status> status,

        String owner,
        Owner.Kind ownedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) Item.@Nullable Type type,
        Item.Status itemStatus) {
    /** How much there is: enough; less than the threshold; nothing, but it is on its way; nothing at all. */
    public enum Status {
        IN_STOCK,
        LOW_SUPPLY,
        INCOMING,
        OUT_OF_STOCK
    }

    /** A lot; its owner is the one of its item. In low supply when less is available than the item's threshold. */
    public record OfLot(
            @Schema(implementation = Status.class, description = "How much there is; a hold stands beside it.")
            Choice<Status> status,

            String owner,
            Owner.Kind ownedBy) {
        public Stream<Told> told() {
            return Told.all(status);
        }
    }

    public static BottleneckVocabulary of(Position p, Product of) {
        BigDecimal point = p.reorderPoint();
        Choice<Status> status =
                status(p.of(Booked.AVAILABLE), p.incoming(), point == null ? null : Booked.REORDER_POINT.of(point));
        return new BottleneckVocabulary(status, of.owner(), of.ownedBy(), of.type(), of.status());
    }

    /** @param threshold the item's low-supply threshold; null = a lot is never in low supply */
    public static OfLot of(LotPosition lot, @Nullable BigDecimal threshold, Product of) {
        Figure limit = threshold == null ? null : Booked.LOW_SUPPLY_THRESHOLD.of(threshold);
        return new OfLot(status(lot.in(Booked.AVAILABLE), lot.incoming(), limit), of.owner(), of.ownedBy());
    }

    private static Choice<Status> status(Figure units, Figure incoming, @Nullable Figure limit) {
        List<Choice.Case<Status>> cases = new ArrayList<>();
        cases.add(Choice.Case.none(Status.OUT_OF_STOCK, units.plus(incoming)));
        cases.add(Choice.Case.none(Status.INCOMING, units));
        if (limit != null) {
            cases.add(Choice.Case.under(Status.LOW_SUPPLY, units, limit));
        }
        return Choice.of("status", cases, Status.IN_STOCK);
    }

    public Stream<Told> told() {
        return Told.all(status);
    }
}
