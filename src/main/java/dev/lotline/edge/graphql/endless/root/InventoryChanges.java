package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.door.Caller;
import dev.lotline.edge.graphql.door.Decimal;
import dev.lotline.edge.graphql.door.Iso8601Date;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.edge.graphql.endless.root.ChangeRules.Place;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.counting.Adjusting;
import dev.lotline.operations.counting.NewAdjustment;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What Endless Commerce's clients may change: adjustments, under the rules that all adjustments are under. */
@GraphQLApi
@Singleton
@NonBlocking
public class InventoryChanges {
    private static final String INITIALIZED = "inventory initialized";

    private final InventoryReading reading;
    private final Adjusting adjusting;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;
    private final Context context;

    InventoryChanges(
            InventoryReading reading,
            Adjusting adjusting,
            Envelopes envelopes,
            SecurityIdentity identity,
            Context context) {
        this.reading = reading;
        this.adjusting = adjusting;
        this.envelopes = envelopes;
        this.identity = identity;
        this.context = context;
    }

    @Mutation
    @Description("Says how many units stand in a location in which none were known. Above the warehouse's threshold it"
            + " waits for a second person, which an error with the code SECOND_PERSON_AWAITED tells. Ends with"
            + " ALREADY_COUNTED where units of the item stand, and as adjustments do.")
    public Uni<InventoryItem> initializeInventory(
            @NonNull @Id String inventoryItemId,
            @NonNull @Id @Description("<warehouse>:<location>") String locationId,
            @Nullable Integer quantity,
            @Nullable Decimal quantityDecimal,
            @Nullable String lotNumber,
            @Nullable Iso8601Date expirationDate,
            @Id @Nullable @Description("The same key is the same change, however often it is sent.")
                    String idempotencyKey) {
        BigDecimal units = ChangeRules.units(quantity, quantityDecimal);
        Actor actor = Caller.who(identity, Capability.ADJUST);
        UUID once = Envelopes.id(actor, idempotencyKey);
        String language = language();
        return change(inventoryItemId, locationId, actor, item -> place -> {
            NewAdjustment asked = asked(item, place, lotNumber, expirationDate, null, units, "AVAILABLE", INITIALIZED);
            return reading.taken(item.id(), place, once).chain(taken -> {
                if (taken) {
                    throw Refusal.of(RefusalCode.ALREADY_COUNTED, "location", locationId);
                }
                return adjusting.ask(
                        asked, envelopes.of(actor, once, language, "initializeInventory", asked), actor.scope());
            });
        });
    }

    @Mutation
    @Description("Adds units to a location, or takes them when the quantity is below 0. Above the warehouse's threshold"
            + " it waits for a second person, which an error with the code SECOND_PERSON_AWAITED tells. Ends as"
            + " adjustments do.")
    public Uni<InventoryItem> inventoryQuickAdjust(
            @NonNull @Id String inventoryItemId,
            @NonNull @Id @Description("<warehouse>:<location>") String locationId,
            @Nullable Integer quantity,
            @Nullable Decimal quantityDecimal,
            @Nullable String lotNumber,
            @Nullable Iso8601Date expirationDate,
            @Nullable
                    @Description(
                            "AVAILABLE when it is left out; RECEIVED, STOWED, QUARANTINED, SHORT_DATED or DAMAGED.")
                    String state,
            @NonNull @Description("At most 200 characters.") String reason,
            @Id @Nullable @Description("The same key is the same change, however often it is sent.")
                    String idempotencyKey) {
        BigDecimal units = ChangeRules.units(quantity, quantityDecimal);
        Actor actor = Caller.who(identity, Capability.ADJUST);
        UUID once = Envelopes.id(actor, idempotencyKey);
        String language = language();
        return change(inventoryItemId, locationId, actor, item -> place -> {
            NewAdjustment asked = asked(
                    item, place, lotNumber, expirationDate, units, null, state == null ? "AVAILABLE" : state, reason);
            return adjusting.ask(
                    asked, envelopes.of(actor, once, language, "inventoryQuickAdjust", asked), actor.scope());
        });
    }

    /** @param delta units more, or null where {@code counted} says how many there are */
    private static NewAdjustment asked(
            InventorySql.Named item,
            Place place,
            @Nullable String lotNumber,
            @Nullable Iso8601Date expirationDate,
            @Nullable BigDecimal delta,
            @Nullable BigDecimal counted,
            String state,
            String reason) {
        return new NewAdjustment(
                place.warehouse(),
                place.location(),
                item.owner(),
                item.sku(),
                lotNumber,
                expirationDate == null ? null : expirationDate.value(),
                delta,
                counted,
                state,
                reason);
    }

    private Uni<InventoryItem> change(
            String itemId,
            String locationId,
            Actor actor,
            Function<InventorySql.Named, Function<Place, Uni<Adjusting.Done>>> asking) {
        Asked asked = Asked.by(query());
        String language = language();
        return reading.named(actor.scope(), itemId, null)
                .chain(item -> reading.place(actor.scope(), Ids.place("locationId", locationId))
                        .chain(place -> asking.apply(item).apply(place))
                        .chain(done -> reading.item(item.id(), actor.scope(), asked)
                                .chain(read -> ChangeRules.told(done.adjustment(), read, language)
                                        .map(told -> Uni.createFrom().<InventoryItem>failure(told))
                                        .orElseGet(() -> Uni.createFrom().item(read)))));
    }

    private DataFetchingEnvironment query() {
        return context.unwrap(DataFetchingEnvironment.class);
    }

    private String language() {
        return query().getLocale() == null ? "en" : query().getLocale().toLanguageTag();
    }
}
