package dev.lotline.edge.graphql.fluent.root;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.edge.graphql.door.Caller;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryQuantity;
import dev.lotline.edge.graphql.fluent.value.CreateInventoryQuantityInput;
import dev.lotline.edge.graphql.fluent.value.UpdateInventoryQuantityInput;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.loading.LoadEntry;
import dev.lotline.operations.loading.Loading;
import dev.lotline.stock.ledger.Envelope;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** What Fluent Commerce's clients may change: quantities, under the rules that all adjustments are under. */
@GraphQLApi
@Singleton
@NonBlocking
public class QuantityChanges {
    private final PositionReading reading;
    private final Loading loading;
    private final ObjectMapper json;
    private final SecurityIdentity identity;
    private final Context context;

    QuantityChanges(
            PositionReading reading, Loading loading, ObjectMapper json, SecurityIdentity identity, Context context) {
        this.reading = reading;
        this.loading = loading;
        this.json = json;
        this.identity = identity;
        this.context = context;
    }

    @Mutation
    @Description("Makes a quantity of a position. LAST_ON_HAND says what stands in a place and begins an epoch; SALE,"
            + " CORRECTION, DELTA and ADJUSTMENT change it by a difference; above the warehouse's threshold they are"
            + " PENDING until a second person agrees. EXPECTED is told and never counted; RESERVED is made by orders. The"
            + " same input again is the same quantity. Ends with REFERENCE_REUSED, STATE_NEEDS_DOCUMENT, and as"
            + " adjustments do.")
    public Uni<InventoryQuantity> createInventoryQuantity(
            @NonNull @Description("The quantity.") CreateInventoryQuantityInput input) {
        Actor actor = Caller.who(identity, Capability.ADJUST);
        String language = language();
        return reading.key(actor.scope(), input.position)
                .chain(key -> reading.position(key, true))
                .chain(position -> {
                    LoadEntry asked = QuantityInputs.created(input, position);
                    InventoryQuantity there = position.quantity(input.ref);
                    if (there != null && !QuantityInputs.same(input, there)) {
                        throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", input.ref);
                    }
                    return there != null ? Uni.createFrom().item(there) : set(position, asked, actor, language);
                });
    }

    @Mutation
    @Description("Changes a quantity that a client has made; what is left out stays. The quantity of one that counts"
            + " changes the stock by the difference, INACTIVE takes it back. Ends with UNKNOWN_DOCUMENT,"
            + " DOCUMENT_CLOSED when an epoch has ended it, and as adjustments do.")
    public Uni<InventoryQuantity> updateInventoryQuantity(
            @NonNull @Description("What is to change.") UpdateInventoryQuantityInput input) {
        Actor actor = Caller.who(identity, Capability.ADJUST);
        String language = language();
        return reading.quantity(actor.scope(), input.catalogue.ref, input.ref)
                .chain(there -> set(there.position(), QuantityInputs.updated(input, there), actor, language));
    }

    private Uni<InventoryQuantity> set(InventoryPosition position, LoadEntry asked, Actor actor, String language) {
        return loading.set(asked, envelope(actor, asked, language), actor.scope())
                .chain(() -> reading.position(position.key(), true))
                .map(changed -> PositionReading.named(changed, String.valueOf(asked.ref())));
    }

    /** Each change is one of its own: the name is the key of what may be made only once. */
    private Envelope envelope(Actor actor, LoadEntry asked, String language) {
        ObjectNode said = json.createObjectNode()
                .put("ref", asked.ref())
                .put("type", asked.type())
                .put("quantity", asked.quantity())
                .put("status", asked.status());
        said.set("goods", json.valueToTree(asked.goods()));
        String hash = HexFormat.of().formatHex(CanonicalJson.hash(said));
        return new Envelope(
                UUID.randomUUID(),
                actor.device(),
                null,
                hash,
                hash,
                CanonicalJson.text(said),
                actor.name(),
                language,
                null);
    }

    private String language() {
        DataFetchingEnvironment query = context.unwrap(DataFetchingEnvironment.class);
        return query.getLocale() == null ? "en" : query.getLocale().toLanguageTag();
    }
}
