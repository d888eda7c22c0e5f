package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Keyed;
import dev.lotline.operations.receiving.Resolution;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A supervisor's decision on a receiving exception. */
@Schema(name = "Resolve")
public record ResolveBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "ACCEPT, REJECT or RELABEL.", required = true, example = "ACCEPT")
        String decision,

        @Schema(description = "Why; at most 1,000 characters.") @Nullable
        String note,

        @Schema(description = "What the units are in truth; required with RELABEL, and only then.") @Nullable
        Goods goods)
        implements Keyed {

    /** An item of the order's owner, and a lot of it. */
    @Schema(name = "RelabelledGoods")
    public record Goods(
            @Schema(description = "Absent = the item that was counted.") @Nullable
            String sku,

            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}

    Resolution resolution() {
        return new Resolution(
                decision,
                note,
                goods == null ? null : new Resolution.Goods(goods.sku(), goods.lotNumber(), goods.expirationDate()));
    }
}
