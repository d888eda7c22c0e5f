package dev.lotline.edge.console.holds;

import dev.lotline.operations.quarantine.Hold;
import dev.lotline.operations.tracing.TraceEvent;
import dev.lotline.operations.tracing.TraceParty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every unit of the lots of a hold, and who must be called.
 *
 * @param complete every party was read; else the sums are of the first {@link #MOST}
 */
public record RecallReport(Hold hold, List<Lot> lots, List<TraceParty> customers, boolean complete) {
    /** So many parties are summed. */
    static final int MOST = 2_000;

    /**
     * received = onHand + shipped + disposed − adjusted.
     *
     * @param received from suppliers, and from customers who sent something back
     * @param shipped to customers, and sent back to suppliers
     * @param adjusted by counts and adjustments, less than 0 when units went
     */
    public record Lot(
            long lotId,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal received,
            BigDecimal onHand,
            BigDecimal shipped,
            BigDecimal disposed,
            BigDecimal adjusted) {
        /** Units that are nowhere; 0 = every unit is accounted for. */
        public BigDecimal difference() {
            return received.add(adjusted).subtract(onHand).subtract(shipped).subtract(disposed);
        }
    }

    /** Every unit of every lot is accounted for. */
    public boolean reconciled() {
        return lots.stream().allMatch(lot -> lot.difference().signum() == 0);
    }

    static RecallReport of(Hold hold, List<TraceParty> parties, Map<Long, BigDecimal> onHand) {
        Map<Long, List<TraceParty>> byLot = new LinkedHashMap<>();
        parties.forEach(party ->
                byLot.computeIfAbsent(party.lotId(), lot -> new ArrayList<>()).add(party));
        List<Lot> lots = new ArrayList<>();
        byLot.forEach((id, sums) -> lots.add(lot(id, sums, onHand.getOrDefault(id, BigDecimal.ZERO))));
        return new RecallReport(
                hold,
                lots,
                parties.stream()
                        .filter(party -> party.event() == TraceEvent.Kind.SHIPPING)
                        .toList(),
                parties.size() < MOST);
    }

    private static Lot lot(long id, List<TraceParty> sums, BigDecimal onHand) {
        TraceParty first = sums.get(0);
        return new Lot(
                id,
                first.sku(),
                first.lotNumber(),
                first.expirationDate(),
                sum(sums, TraceEvent.Kind.RECEIVING, true),
                onHand,
                sum(sums, TraceEvent.Kind.SHIPPING, false),
                sum(sums, TraceEvent.Kind.DISPOSAL, false).subtract(sum(sums, TraceEvent.Kind.DISPOSAL, true)),
                sum(sums, TraceEvent.Kind.ADJUSTMENT, true).subtract(sum(sums, TraceEvent.Kind.ADJUSTMENT, false)));
    }

    private static BigDecimal sum(List<TraceParty> sums, TraceEvent.Kind event, boolean inbound) {
        return sums.stream()
                .filter(party -> party.event() == event && party.inbound() == inbound)
                .map(TraceParty::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
