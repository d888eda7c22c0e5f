package dev.lotline.operations.plates;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.plates.PlateSql.Scanned;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One scan for a whole plate: received as announced, put away, moved. */
@Singleton
public class Carrying {
    private static final Set<String> DOCKS = Set.of("RECEIVING", "STAGING");

    /**
     * A plate in hand.
     *
     * @param code see {@link PlateRules#code}
     * @param owner and {@code reference} of the receiving order; null = whichever announces the carton, or still has
     *     the units to put away
     * @param location where it goes
     */
    public record Load(
            String code, @Nullable String owner, @Nullable String reference, String location) {}

    private interface Booking {
        Posting book(Posting posting, Scanned facts);
    }

    private final PlateSql sql;
    private final Ledger ledger;

    Carrying(PlateSql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * RECEIVED, or WARN OVERAGE_COUNTED for what others have counted already; refused with UNKNOWN_PLATE (not announced),
     * UNKNOWN_LOCATION, WRONG_LOCATION (no dock), ALREADY_COUNTED, ITEM_INACTIVE, DOCUMENT_CLOSED, PLATE_IN_USE.
     */
    public Uni<Posted> receive(long warehouse, Envelope envelope, Scope scope, Load load) {
        return book("RECEIVE_PLATE", warehouse, envelope, load, (posting, facts) -> {
            if (facts.cartonOrderId() == null || !scope.coversOwner(Objects.requireNonNull(facts.cartonOwner()))) {
                throw unknown(load);
            }
            if (!DOCKS.contains(facts.placeType())) {
                throw Refusal.of(RefusalCode.WRONG_LOCATION, "location", load.location());
            }
            return posting.receiving(facts.cartonOrderId(), null);
        });
    }

    /** STOWED, or a refusal of {@link #move}; NOT_ENOUGH_STOCK when nothing on it is to be put away. */
    public Uni<Posted> stow(long warehouse, Envelope envelope, Scope scope, Load load) {
        return carry("STOW_PLATE", warehouse, envelope, scope, load);
    }

    /**
     * MOVED; STOWED when what was counted came to a shelf by it. Refused with UNKNOWN_PLATE, UNKNOWN_DOCUMENT,
     * UNKNOWN_LOCATION, WRONG_LOCATION, LOCATION_LOCKED, WRONG_TEMPERATURE, LOT_MIX_FORBIDDEN, CAPACITY_EXCEEDED,
     * WRONG_LOT (not of the document), NOT_ENOUGH_STOCK (it is empty, or units on it are reserved).
     */
    public Uni<Posted> move(long warehouse, Envelope envelope, Scope scope, Load load) {
        return carry("MOVE_PLATE", warehouse, envelope, scope, load);
    }

    private Uni<Posted> carry(String operation, long warehouse, Envelope envelope, Scope scope, Load load) {
        return book(operation, warehouse, envelope, load, (posting, facts) -> {
            if (!facts.known() || !PlateRules.covers(scope, facts.owners())) {
                throw unknown(load);
            }
            if (load.reference() != null && facts.documentId() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "document", load.reference());
            }
            return facts.documentId() == null ? posting : posting.receiving(facts.documentId(), null);
        });
    }

    private Uni<Posted> book(String operation, long warehouse, Envelope envelope, Load load, Booking booking) {
        return sql.scanned(warehouse, load.code(), load.location(), load.owner(), load.reference())
                .chain(facts -> {
                    Posting posting = Posting.of(operation, warehouse, envelope);
                    try {
                        booking.book(posting, facts);
                        if (facts.placeId() == null) {
                            throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", load.location());
                        }
                        return ledger.command(posting.to(facts.placeId())
                                .facts(new JsonObject()
                                        .put("plate", load.code())
                                        .put("location", load.location())
                                        .put("document", load.reference())));
                    } catch (Refusal refusal) {
                        return ledger.refuse(posting, refusal);
                    }
                });
    }

    private static Refusal unknown(Load load) {
        return Refusal.of(RefusalCode.UNKNOWN_PLATE, "plate", load.code());
    }
}
