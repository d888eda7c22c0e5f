package dev.lotline.edge.jsonrpc.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lotline.edge.jsonrpc.RpcFault;
import dev.lotline.operations.receiving.NewReceivingOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The only argument of {@code delivery.create}; its {@code delivery_ref} is its key.
 *
 * @param type asn, rma, transfer or other
 */
record NewDelivery(
        @JsonProperty("merchant") @Nullable String merchant,
        @JsonProperty("delivery_ref") String reference,
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("warehouse_id") @Nullable Long warehouse,
        @JsonProperty("expected_delivery") @Nullable LocalDate expectedOn,
        @JsonProperty("auto_commit") @Nullable Boolean autoCommit,
        @JsonProperty("items") @Nullable List<Item> items) {

    record Item(
            @JsonProperty("sku") String sku,
            @JsonProperty("qty") BigDecimal quantity,
            @JsonProperty("lots") @Nullable List<Lot> lots) {}

    record Lot(
            @JsonProperty("lot_number") @Nullable String lotNumber,
            @JsonProperty("expiration_date") @Nullable LocalDate expirationDate,
            @JsonProperty("origination_date") @Nullable LocalDate originationDate,
            @JsonProperty("qty") BigDecimal quantity) {}

    NewReceivingOrder order(String owner, @Nullable String warehouseCode) {
        if (warehouseCode == null) {
            throw RpcFault.missing("warehouse_id");
        }
        return new NewReceivingOrder(
                reference,
                type == null ? "ASN" : type.toUpperCase(Locale.ROOT),
                owner,
                warehouseCode,
                expectedOn,
                autoCommit != null && autoCommit,
                false,
                items == null
                        ? List.of()
                        : items.stream().map(NewDelivery::line).toList(),
                List.of());
    }

    private static NewReceivingOrder.Line line(Item item) {
        List<Lot> lots = item.lots() == null ? List.of() : item.lots();
        return new NewReceivingOrder.Line(
                item.sku(),
                item.quantity(),
                null,
                lots.stream()
                        .map(lot -> new NewReceivingOrder.Lot(
                                lot.lotNumber(), lot.expirationDate(), lot.originationDate(), lot.quantity()))
                        .toList());
    }
}
