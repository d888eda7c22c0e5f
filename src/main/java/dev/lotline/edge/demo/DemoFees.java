package dev.lotline.edge.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.Plan;
import dev.lotline.operations.billing.Plans;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What the merchants of the demo warehouse pay for storage: the default plan, from the first of the month. */
@Singleton
final class DemoFees {
    private static final String PLAN = "CUBIC";
    private static final String WHO = "demo";

    private final Plans plans;
    private final ObjectMapper json;

    DemoFees(Plans plans, ObjectMapper json) {
        this.plans = plans;
        this.json = json;
    }

    /** Safe to call again. */
    Uni<Void> assign(List<DemoCatalogue.Merchant> merchants, LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        JsonNode definition = definition();
        return plans.draft(PLAN, definition, WHO)
                .chain(() -> plans.version(PLAN, first, definition, WHO))
                .chain(version -> plans.activate(PLAN, version.version(), WHO))
                .chain(() -> Multi.createFrom()
                        .iterable(merchants)
                        .onItem()
                        .transformToUniAndConcatenate(merchant -> plans.assign(
                                merchant.code(), List.of(new Plan.Assignment(PLAN, null, first, null)), Scope.ALL, WHO))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private JsonNode definition() {
        try (InputStream file = Objects.requireNonNull(DemoFees.class.getResourceAsStream("/demo/rate-plan.json"))) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
