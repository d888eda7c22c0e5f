package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.door.Decimal;
import dev.lotline.edge.graphql.door.Told;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.counting.Adjustment;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change asks for and what its sender must hear. Pure. */
final class ChangeRules {
    /** A place by the codes that operations know it by. */
    record Place(String warehouse, String location) {}

    private ChangeRules() {}

    /** Ends with VALIDATION_FAILED unless exactly one of the two is there. */
    static BigDecimal units(@Nullable Integer quantity, @Nullable Decimal decimal) {
        if ((quantity == null) == (decimal == null)) {
            throw Refusal.invalid("quantity", "exactly one of quantity and quantityDecimal is required");
        }
        return decimal == null ? BigDecimal.valueOf(Objects.requireNonNull(quantity)) : decimal.value();
    }

    /** That a second person decides; nothing when the change is done. */
    static Optional<Told> told(Adjustment adjustment, InventoryItem item, String language) {
        if (!adjustment.status().equals("WAITING")) {
            return Optional.empty();
        }
        String code = "SECOND_PERSON_AWAITED";
        String sentence = Sentences.of(code, Map.of(), Sentences.language(language));
        return Optional.of(
                new Told(code, sentence, Map.of("adjustment", Objects.requireNonNull(adjustment.id())), item));
    }
}
