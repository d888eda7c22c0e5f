package dev.lotline.edge.api.nouns;

import com.google.re2j.Pattern;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.catalog.Stored;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.lot.Lot;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Lots of an item. Most come into being by scanning; here they are listed, made ahead and described. */
@Path("/api/v1/owners/{owner}/items/{sku}/lots")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Owners and items")
public class LotResource {
    private final SecurityIdentity identity;

    LotResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Ends with VALIDATION_FAILED, UNKNOWN_ITEM, ITEM_NOT_TRACKED, ITEM_NOT_LOT_TRACKED, LOT_OR_EXPIRY_REQUIRED,
     * LOT_PATTERN_MISMATCH, REFERENCE_REUSED (it exists with another origination date).
     */
    @POST
    @Needs(Capability.CATALOG_WRITE)
    @Operation(
            summary = "Make a lot",
            description = "Its identity is lot number and expiration date; the same one again answers the stored lot.")
    @APIResponse(responseCode = "201", description = "Made.")
    @APIResponse(responseCode = "200", description = "It was there already.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: it exists with another origination date.")
    @APIResponse(
            responseCode = "422",
            description = "ITEM_NOT_TRACKED, ITEM_NOT_LOT_TRACKED, LOT_OR_EXPIRY_REQUIRED, LOT_PATTERN_MISMATCH.")
    public Uni<RestResponse<LotBody>> make(String owner, String sku, LotBody.@Nullable NewLot body) {
        LotBody.NewLot wanted = Violations.body(body);
        wanted.check();
        return Stored.by(() -> Known.item(identity, owner, sku).chain(item -> {
                    allow(item, wanted);
                    return Lot.identified(item.id(), wanted.lotNumber(), wanted.expirationDate())
                            .chain(present -> present == null
                                    ? added(owner, item, wanted)
                                    : repeated(owner, item, present, wanted));
                }))
                .map(Known::told);
    }

    private static void allow(Item item, LotBody.NewLot wanted) {
        if (!item.tracking) {
            throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", item.sku);
        }
        if (!item.lotTracked) {
            throw Refusal.of(RefusalCode.ITEM_NOT_LOT_TRACKED, "sku", item.sku);
        }
        String number = wanted.lotNumber();
        if (number == null && wanted.expirationDate() == null) {
            throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, "sku", item.sku);
        }
        if (number != null && item.lotNumberPattern != null && !Pattern.matches(item.lotNumberPattern, number)) {
            throw Refusal.of(RefusalCode.LOT_PATTERN_MISMATCH, Map.of("sku", item.sku, "lot", number));
        }
    }

    private static Uni<Stored<LotBody>> added(String owner, Item item, LotBody.NewLot wanted) {
        Lot lot = new Lot();
        lot.itemId = item.id();
        lot.lotNumber = wanted.lotNumber();
        lot.expirationDate = wanted.expirationDate();
        lot.originationDate = wanted.originationDate();
        return lot.stored().map(stored -> new Stored<>(LotBody.of(owner, item.sku, stored), true));
    }

    private static Uni<Stored<LotBody>> repeated(String owner, Item item, Lot lot, LotBody.NewLot wanted) {
        if (wanted.originationDate() != null && !wanted.originationDate().equals(lot.originationDate)) {
            throw Refusal.of(
                    RefusalCode.REFERENCE_REUSED,
                    "reference",
                    lot.lotNumber == null ? String.valueOf(lot.expirationDate) : lot.lotNumber);
        }
        return Uni.createFrom().item(new Stored<>(LotBody.of(owner, item.sku, lot), false));
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_ITEM, UNKNOWN_LOT. */
    @PATCH
    @Path("/{lotId}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(summary = "Describe a lot", description = "Active, origination date, group; what is absent stays.")
    @APIResponse(responseCode = "200", description = "The lot as it is now.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT.")
    public Uni<RestResponse<LotBody>> change(String owner, String sku, String lotId, LotBody.@Nullable Change body) {
        LotBody.Change wanted = Violations.body(body);
        return Stored.by(() -> lot(owner, sku, lotId).map(lot -> {
                    wanted.check(lot);
                    wanted.into(lot);
                    return new Stored<>(LotBody.of(owner, sku, lot), false);
                }))
                .map(Known::told);
    }

    /** Ends with UNKNOWN_ITEM, UNKNOWN_LOT. */
    @GET
    @Path("/{lotId}")
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "Read a lot")
    @APIResponse(responseCode = "200", description = "The lot.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOT.")
    public Uni<LotBody> get(String owner, String sku, String lotId) {
        return lot(owner, sku, lotId).map(found -> LotBody.of(owner, sku, found));
    }

    /** Oldest in the books first. Ends with UNKNOWN_ITEM, VALIDATION_FAILED. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "List lots", description = "Oldest first; query: limit (1 to 500, else 50), cursor.")
    public Uni<RestResponse<Page<LotBody>>> list(String owner, String sku, UriInfo uri) {
        Paging paging = Paging.of(uri);
        long after = paging.afterNumber();
        return Known.item(identity, owner, sku)
                .chain(item -> Lot.page(item.id(), after, paging.fetch()))
                .map(rows -> paging.page(rows, lot -> String.valueOf(lot.id), lot -> LotBody.of(owner, sku, lot)));
    }

    private Uni<Lot> lot(String owner, String sku, String lotId) {
        Refusal unknown = Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lotId);
        if (!lotId.matches("[0-9]{1,18}")) {
            throw unknown;
        }
        return Known.item(identity, owner, sku)
                .chain(item -> Lot.ofItem(item.id(), Long.parseLong(lotId)))
                .onItem()
                .ifNull()
                .failWith(unknown);
    }
}
