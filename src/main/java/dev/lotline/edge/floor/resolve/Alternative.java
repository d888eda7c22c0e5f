package dev.lotline.edge.floor.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Resolution;
import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.edge.floor.resolve.Suspicions.Suspicion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a barcode may mean too: another thing of this code, or another way to read the same characters. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alternative(
        @Schema(description = "as kind of the answer; CASE = a case of this item; READING = ais")
        String kind,

        @Nullable Integer tier,
        @Nullable String owner,
        @Nullable String sku,
        @Nullable String name,
        @Nullable Long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable BigDecimal quantity,
        @Nullable String location,
        @Nullable String document,
        @Nullable List<List<String>> ais,
        @Schema(description = "why it stands at this rank") String reason) {

    static List<Alternative> of(Resolution resolution) {
        List<Alternative> found = new ArrayList<>();
        resolution.suspicions().forEach(suspicion -> found.add(of(suspicion)));
        resolution.alternatives().forEach(hit -> found.add(of(hit)));
        return found;
    }

    private static Alternative of(Suspicion suspicion) {
        String reason =
                suspicion.strong() ? "lot " + suspicion.lot() + " is in stock or announced" : "a plausible date";
        return new Alternative(
                "READING",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Suspicions.ais(suspicion),
                reason);
    }

    private static Alternative of(Hit hit) {
        return new Alternative(
                hit.kind(),
                hit.tier(),
                hit.owner(),
                hit.sku(),
                hit.name(),
                hit.lotId(),
                hit.lotNumber(),
                hit.expirationDate(),
                hit.quantity(),
                hit.location(),
                hit.document(),
                null,
                ResolverRules.reason(hit));
    }
}
