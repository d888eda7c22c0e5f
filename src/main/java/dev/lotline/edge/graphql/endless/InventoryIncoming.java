package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.door.Decimal;
import dev.lotline.edge.graphql.door.Iso8601Date;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A line of a receiving order that is still open. */
@Description("An item of a shipment that has not been closed.")
public final class InventoryIncoming {
    private final Line line;

    /** @param open still expected: announced and not counted */
    public record Line(
            long id,
            String reference,
            String kind,
            String warehouse,
            @Nullable String purchaseOrder,
            @Nullable Iso8601Date expectedOn,
            BigDecimal expected,
            BigDecimal received,
            BigDecimal open) {}

    public InventoryIncoming(Line line) {
        this.line = line;
    }

    @NonNull
    @Id
    public String getId() {
        return Long.toString(line.id);
    }

    @NonNull
    @Description("The shipment's reference.")
    public String getReference() {
        return line.reference;
    }

    @NonNull
    @Description("WRO, ASN, RMA, TRANSFER or OTHER.")
    public String getKind() {
        return line.kind;
    }

    @NonNull
    @Id
    public String getWarehouseId() {
        return line.warehouse;
    }

    @Description("The purchase order that the line is for; null = not linked to one.")
    public @Nullable String getPurchaseOrder() {
        return line.purchaseOrder;
    }

    @Description("Expected arrival; null = not known.")
    public @Nullable Iso8601Date getExpectedOn() {
        return line.expectedOn;
    }

    @NonNull
    @Description("Announced.")
    public Decimal getQuantity() {
        return Decimal.of(line.expected);
    }

    @NonNull
    @Description("Counted so far.")
    public Decimal getReceived() {
        return Decimal.of(line.received);
    }

    @NonNull
    @Description("Still expected.")
    public Decimal getIncoming() {
        return Decimal.of(line.open);
    }
}
