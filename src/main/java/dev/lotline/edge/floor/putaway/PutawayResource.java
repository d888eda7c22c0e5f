package dev.lotline.edge.floor.putaway;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.slotting.Goods;
import dev.lotline.operations.slotting.Slotting;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code GET /floor/putaway}: places for goods in hand, each with its reason in the operator's words. */
@Path("/floor/putaway")
@Tag(name = "Floor")
@Cancellable(false)
public class PutawayResource {
    private final Slotting slotting;
    private final SecurityIdentity identity;

    PutawayResource(Slotting slotting, SecurityIdentity identity) {
        this.slotting = slotting;
        this.identity = identity;
    }

    /** Best first; none = no place may take one unit. */
    public record Places(List<Said> items) {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM. */
    @GET
    @Needs(Capability.SCAN)
    @Operation(
            summary = "Where to put goods",
            description =
                    "At most three places, best first: the same lot, the same item where it may mix, a free place,"
                            + " a place beside others; then the item's storage class; then the way from `from`. Locked places,"
                            + " a wrong temperature, another lot in a place for one lot and full places are left out.")
    @APIResponse(responseCode = "200", description = "Places with reason and units; `quantity` absent = 1.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_ITEM.")
    public Uni<Places> places(
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("sku") @Nullable String sku,
            @QueryParam("lotNumber") @Nullable String lotNumber,
            @QueryParam("expirationDate") @Nullable String expirationDate,
            @QueryParam("quantity") @Nullable String quantity,
            @QueryParam("from") @Nullable String from,
            @Context HttpHeaders headers) {
        new FieldCheck().code("warehouse", warehouse).done();
        Goods goods = goods(owner, sku, lotNumber, date(expirationDate), units(quantity), from);
        Locale language = Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return slotting.suggest(Objects.requireNonNull(warehouse), goods, ((Actor) identity.getPrincipal()).scope())
                .map(found -> new Places(
                        found.stream().map(each -> Said.of(each, language)).toList()));
    }

    private static Goods goods(
            @Nullable String owner,
            @Nullable String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expiration,
            BigDecimal quantity,
            @Nullable String from) {
        new FieldCheck()
                .code("owner", owner)
                .code("sku", sku)
                .optionalCode("lotNumber", lotNumber)
                .date("expirationDate", expiration)
                .optionalCode("from", from)
                .done();
        return new Goods(
                Objects.requireNonNull(owner), Objects.requireNonNull(sku), lotNumber, expiration, quantity, from);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw Refusal.invalid("expirationDate", "must be a date such as 2026-06-30");
        }
    }

    private static BigDecimal units(@Nullable String text) {
        try {
            return text == null ? BigDecimal.ONE : new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            throw Refusal.invalid("quantity", "must be a number");
        }
    }
}
