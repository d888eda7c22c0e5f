package dev.lotline.edge.graphql.door.quick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickAnswersTest {
    @Test
    void says_what_was_found_in_the_order_of_the_question() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("z", "last first");
        item.put("a", null);
        item.put("whole", 38);
        item.put("long", 5_000_000_000L);
        item.put("large", new BigInteger("123456789012345678901234567890"));
        item.put("exact", new BigDecimal("0.2500"));
        item.put("floating", 0.5);
        item.put("true", true);
        item.put("none", List.of());
        item.put("some", new ArrayList<>(Arrays.asList("x", null, Map.of())));
        assertEquals(
                "{\"data\":{\"z\":\"last first\",\"a\":null,\"whole\":38,\"long\":5000000000,"
                        + "\"large\":123456789012345678901234567890,\"exact\":0.2500,\"floating\":0.5,\"true\":true,"
                        + "\"none\":[],\"some\":[\"x\",null,{}]}}",
                QuickAnswers.text(item));
        assertEquals("{\"data\":null}", QuickAnswers.text(null));
    }

    @Test
    void whatever_stands_in_a_text_stays_inside_it() throws Exception {
        String hostile = "\"},{\"\\ \u0000\u0007\n\u2028 </script> Ünïcödé \uD83D\uDE00";
        String text = QuickAnswers.text(Map.of("name", hostile));
        assertEquals(hostile, new ObjectMapper().readTree(text).at("/data/name").textValue());
    }

    @Test
    void what_is_ready_is_written_as_it_is_and_taken_apart_where_an_answer_is_walked_through() {
        Map<String, Object> data = Map.of("items", Arrays.asList(new Json.Ready("{\"n\":1,\"d\":0.2500}"), null));
        assertEquals("{\"data\":{\"items\":[{\"n\":1,\"d\":0.2500},null]}}", QuickAnswers.text(data));
        assertEquals(
                Map.of("items", Arrays.asList(Map.of("n", 1, "d", new BigDecimal("0.2500")), null)), Json.tree(data));
    }

    @Test
    void what_no_scalar_gives_is_a_fault_and_not_guessed() {
        assertThrows(IllegalStateException.class, () -> QuickAnswers.text(Map.of("x", new Object())));
    }
}
