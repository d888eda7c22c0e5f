package dev.lotline.edge.api.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lotline.operations.billing.PlanRules;
import dev.lotline.operations.billing.measuring.StorageRating;
import dev.lotline.operations.billing.rating.Rating;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published and computed examples of storage fees, through the pure function. */
class VectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream file = VectorsTest.class.getResourceAsStream("/billing/vectors.json")) {
            List<JsonNode> all = new ArrayList<>();
            JSON.readTree(file).forEach(all::add);
            assertTrue(all.size() > 35);
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_vector_is_right_to_the_cent(JsonNode vector) throws IOException {
        QuoteBody quote = JSON.treeToValue(vector.get("quote"), QuoteBody.class).checked();
        Rating rating = StorageRating.rate(
                PlanRules.book(vector.get("quote").get("plan")), quote.observations(), quote.period());
        assertEquals(
                new BigDecimal(vector.get("total").asText()),
                amount(rating),
                vector.get("id").asText());
        for (int n = 0; n < vector.path("lines").size(); n++) {
            assertEquals(
                    vector.get("lines").get(n).asText(),
                    rating.lines().get(n).amount().toPlainString());
        }
        for (int n = 0; n < vector.path("quantityDays").size(); n++) {
            String wanted = vector.get("quantityDays").get(n).asText();
            BigDecimal found = rating.lines().get(n).quantityDays();
            assertEquals(new BigDecimal(wanted), found.setScale(new BigDecimal(wanted).scale(), RoundingMode.HALF_UP));
        }
        assertEquals(List.of(), rating.unrated());
    }

    private static BigDecimal amount(Rating rating) {
        return rating.lines().isEmpty() ? new BigDecimal("0.00") : rating.total();
    }
}
