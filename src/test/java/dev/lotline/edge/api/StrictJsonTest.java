package dev.lotline.edge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lotline.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    enum Kind {
        A,
        B
    }

    record Line(
            BigDecimal quantity, LocalDate on, String text, boolean flag, Integer days, Kind kind, OffsetDateTime at) {}

    record Body(List<Line> lines) {}

    private final ObjectMapper json = mapper();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "\"quantity\":1.23456; lines[0].quantity; 10 digits",
                "\"quantity\":1e400; lines[0].quantity; 10 digits",
                "\"quantity\":1E-50; lines[0].quantity; 10 digits",
                "\"quantity\":1e999999999; lines[0].quantity; 10 digits",
                "\"quantity\":1e99999999999; lines[0].quantity; 10 digits",
                "\"quantity\":10000000000; lines[0].quantity; 10 digits",
                "\"quantity\":\"5\"; lines[0].quantity; 10 digits",
                "\"quantity\":true; lines[0].quantity; 10 digits",
                "\"quantity\":[1]; lines[0].quantity; 10 digits",
                "\"on\":\"2026-02-30\"; lines[0].on; YYYY-MM-DD",
                "\"on\":\"2026-2-3\"; lines[0].on; YYYY-MM-DD",
                "\"on\":\"2026-02-03T00:00:00Z\"; lines[0].on; YYYY-MM-DD",
                "\"on\":[2026,2,3]; lines[0].on; YYYY-MM-DD",
                "\"on\":20260203; lines[0].on; YYYY-MM-DD",
                "\"text\":5; lines[0].text; a text",
                "\"text\":{}; lines[0].text; a text",
                "\"flag\":\"true\"; lines[0].flag; true or false",
                "\"flag\":1; lines[0].flag; true or false",
                "\"days\":\"5\"; lines[0].days; a whole number",
                "\"days\":5.5; lines[0].days; a whole number",
                "\"days\":99999999999; lines[0].days; a whole number",
                "\"kind\":\"C\"; lines[0].kind; A or B",
                "\"kind\":0; lines[0].kind; A or B",
                "\"at\":\"2026-02-03\"; lines[0].at; an instant",
                "\"at\":5; lines[0].at; an instant",
                "\"nope\":5; lines[0].nope; a known field",
                "\"days\":1,\"days\":2; days; one value for each field",
            })
    void what_is_not_as_written_is_refused_by_field(String member, String field, String expected) {
        Refusal refusal = refused("{\"lines\":[{" + member.strip() + "}]}");
        assertEquals(field.strip(), refusal.facts().get("field"));
        String told = String.valueOf(refusal.facts().get("expected"));
        assertEquals(true, told.contains(expected.strip()), told);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {"`{`", "`{} {}`", "`[]`", "`{\"lines\":{}}`", "`{lines:[]}`", "`\"x\"`", "`nonsense`"})
    void what_is_not_our_json_is_refused(String body) {
        refused(body);
    }

    @Test
    void deep_nesting_is_refused() {
        refused("{\"lines\":" + "[".repeat(100) + "]".repeat(100) + "}");
    }

    @Test
    void a_number_of_many_digits_costs_nothing() {
        assertTimeout(Duration.ofMillis(500), () -> refused("{\"lines\":[{\"quantity\":" + "9".repeat(60_000) + "}]}"));
    }

    @Test
    void quantities_are_read_as_numbers() throws JsonProcessingException {
        assertEquals(new BigDecimal("38"), quantity("38.0000"));
        assertEquals(new BigDecimal("0.25"), quantity("0.25"));
        assertEquals(new BigDecimal("1200"), quantity("1.2e3"));
        assertEquals(new BigDecimal("9999999999.9999"), quantity("9999999999.9999"));
        assertEquals(new BigDecimal("-1"), quantity("-1"));
        assertEquals(BigDecimal.ZERO, quantity("0e-30"));
    }

    @Test
    void numbers_are_written_plain() throws JsonProcessingException {
        assertEquals("{\"n\":38}", json.writeValueAsString(Map.of("n", new BigDecimal("38.0000"))));
        assertEquals("{\"n\":0.25}", json.writeValueAsString(Map.of("n", new BigDecimal("0.2500"))));
        assertEquals("{\"n\":1000}", json.writeValueAsString(Map.of("n", new BigDecimal("1E+3"))));
        assertEquals("{\"n\":0.00000001}", json.writeValueAsString(Map.of("n", new BigDecimal("1E-8"))));
    }

    @Test
    void the_offset_of_an_instant_is_kept() throws JsonProcessingException {
        Body read = json.readValue("{\"lines\":[{\"at\":\"2026-03-01T09:12:07.118-05:00\"}]}", Body.class);
        assertEquals("2026-03-01T09:12:07.118-05:00", read.lines().get(0).at().toString());
    }

    private BigDecimal quantity(String number) throws JsonProcessingException {
        return json.readValue("{\"lines\":[{\"quantity\":" + number + "}]}", Body.class)
                .lines()
                .get(0)
                .quantity();
    }

    private Refusal refused(String body) {
        return MalformedJson.refusal(assertThrows(JacksonException.class, () -> json.readValue(body, Body.class)));
    }

    private static ObjectMapper mapper() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(json);
        return json;
    }
}
