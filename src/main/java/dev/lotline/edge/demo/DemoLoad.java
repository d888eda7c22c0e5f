package dev.lotline.edge.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.edge.demo.DemoInbound.Arrival;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.ordering.Accepting;
import dev.lotline.operations.ordering.NewOrder;
import dev.lotline.operations.putaway.Putaway;
import dev.lotline.operations.putaway.Stow;
import dev.lotline.operations.receiving.Announcing;
import dev.lotline.operations.receiving.NewReceivingOrder;
import dev.lotline.operations.receiving.Receipt;
import dev.lotline.operations.receiving.Receiving;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Verdict;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Brings documents and goods in by the same processes as every merchant and every scan. References and scan ids follow
 * from the plan, so that whatever a killed load has done already is answered, not done again.
 */
@Singleton
final class DemoLoad {
    private static final int SCANS_IN_FLIGHT = 256;
    private static final int RETRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final String SELF = "demo";

    /** One scan of the past: a lot of an order, counted on a dock or carried to its place. */
    private record Scan(String operation, Arrival arrival, DemoLot lot, String dock, Envelope envelope) {}

    private final ObjectMapper json;
    private final Announcing announcing;
    private final Receiving receiving;
    private final Putaway putaway;
    private final Accepting accepting;
    private final Actor actor = new Actor(SELF, Role.ADMIN, EnumSet.allOf(Capability.class), Scope.ALL, SELF);

    DemoLoad(ObjectMapper json, Announcing announcing, Receiving receiving, Putaway putaway, Accepting accepting) {
        this.json = json;
        this.announcing = announcing;
        this.receiving = receiving;
        this.putaway = putaway;
        this.accepting = accepting;
    }

    /** Fails when anything is refused: then the plan and the house don't go together. */
    Uni<Void> load(DemoPlan plan, long warehouse) {
        List<Arrival> past = plan.inbound.past;
        return oneByOne(past, arrival -> announce(arrival.order()))
                .chain(() -> scanAll(warehouse, scans("RECEIVE", past)))
                .chain(() -> scanAll(warehouse, scans("STOW", past)))
                .chain(() -> oneByOne(plan.inbound.open, arrival -> announce(arrival.order())))
                .chain(() -> oneByOne(plan.orders.orders, this::accept));
    }

    private Uni<?> announce(NewReceivingOrder order) {
        return patiently(announcing.announce(order, CanonicalJson.hash(json.valueToTree(order)), actor));
    }

    private Uni<?> accept(NewOrder order) {
        return patiently(accepting.accept(order, CanonicalJson.hash(json.valueToTree(order)), actor));
    }

    /** In the order planned, because what an order is promised depends on those before it. */
    private static <T> Uni<Void> oneByOne(List<T> documents, Function<T, Uni<?>> send) {
        return Multi.createFrom()
                .iterable(documents)
                .onItem()
                .transformToUniAndConcatenate(document -> send.apply(document).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Many at once, so that the ledger books them together. */
    private Uni<Void> scanAll(long warehouse, List<Scan> scans) {
        return Multi.createFrom()
                .iterable(scans)
                .onItem()
                .transformToUni(scan -> patiently(send(warehouse, scan)).invoke(posted -> require(scan, posted)))
                .merge(SCANS_IN_FLIGHT)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Posted> send(long warehouse, Scan scan) {
        NewReceivingOrder order = scan.arrival().order();
        DemoLot lot = scan.lot();
        ScannedGoods goods = new ScannedGoods(
                order.owner(), lot.item().sku(), null, lot.number(), lot.expiration(), lot.origination());
        return Uni.createFrom()
                .deferred(() -> scan.operation().equals("RECEIVE")
                        ? receiving.receive(
                                warehouse,
                                scan.envelope(),
                                new Receipt(order.owner(), order.reference(), goods, lot.quantity(), scan.dock()))
                        : putaway.stow(
                                warehouse,
                                scan.envelope(),
                                Scope.ALL,
                                new Stow(
                                        order.owner(),
                                        order.reference(),
                                        goods,
                                        lot.quantity(),
                                        scan.dock(),
                                        Objects.requireNonNull(lot.place()),
                                        null)));
    }

    private static void require(Scan scan, Posted posted) {
        if (posted.verdict() != Verdict.OK) {
            throw new IllegalStateException("the demo warehouse can't be loaded: " + scan.operation() + " of "
                    + scan.lot().item().sku() + " for "
                    + scan.arrival().order().reference() + " was answered " + posted.code());
        }
    }

    private static <T> Uni<T> patiently(Uni<T> call) {
        return call.onFailure(fault ->
                        fault instanceof Refusal refusal && refusal.code().retryable())
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(RETRIES);
    }

    /** Item by item: two batches that are booked at the same time then seldom wait for each other's items. */
    private List<Scan> scans(String operation, List<Arrival> past) {
        List<Scan> scans = new ArrayList<>();
        for (int n = 0; n < past.size(); n++) {
            Arrival arrival = past.get(n);
            int crew = n % DemoHouse.DOCKS.size();
            String dock = DemoHouse.DOCKS.get(crew);
            String device = "DEMO-" + (operation.equals("RECEIVE") ? "DOCK-" : "CART-") + (crew + 1);
            for (DemoLot lot : arrival.lots()) {
                Envelope envelope = envelope(operation, arrival, lot, dock, device, scans.size() + 1);
                scans.add(new Scan(operation, arrival, lot, dock, envelope));
            }
        }
        scans.sort(Comparator.comparing(scan -> scan.lot().item().sku()));
        return scans;
    }

    /** As a handheld would have sent it. */
    private Envelope envelope(String operation, Arrival arrival, DemoLot lot, String dock, String device, long seq) {
        NewReceivingOrder order = arrival.order();
        boolean receive = operation.equals("RECEIVE");
        ObjectNode event = json.createObjectNode()
                .put("operation", operation)
                .put("warehouse", DemoHouse.WAREHOUSE)
                .put("owner", order.owner())
                .put("sku", lot.item().sku())
                .put("lotNumber", lot.number())
                .put("expirationDate", Objects.toString(lot.expiration(), null))
                .put("quantity", lot.quantity())
                .put("from", receive ? null : dock)
                .put("location", receive ? dock : lot.place());
        event.putObject("receivingOrder").put("owner", order.owner()).put("reference", order.reference());
        String text = CanonicalJson.text(event);
        String effect = HexFormat.of().formatHex(CanonicalJson.hash(event));
        event.put("seq", seq);
        UUID id = UUID.nameUUIDFromBytes((device + '\n' + text).getBytes(StandardCharsets.UTF_8));
        return new Envelope(
                id,
                device,
                seq,
                HexFormat.of().formatHex(CanonicalJson.hash(event)),
                effect,
                CanonicalJson.text(event),
                SELF,
                "en",
                null);
    }
}
