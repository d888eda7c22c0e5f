package dev.lotline.operations.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.plan.PlanReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad plans are refused with every reason, and where it stands. */
class PlanProblemTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PLAN_EMPTY                /rules                       | "currency":"USD","rules":[]
            PLAN_FIELD_UNKNOWN        /rule                        | "currency":"USD","rule":1,"rules":[{"code":"B","rates":[{"rate":"1"}]}]
            PLAN_VALUE_UNKNOWN        /rules/0/basis               | "currency":"USD","rules":[{"code":"B","basis":"WEIGHT","rates":[{"rate":"1"}]}]
            PLAN_VALUE_UNKNOWN        /rules/0/kind                | "currency":"USD","rules":[{"code":"B","kind":"UTILISATION","rates":[{"rate":"1"}]}]
            PLAN_RULE_CODE_DUPLICATE  /rules/1/code                | "currency":"USD","rules":[{"code":"B","rates":[{"rate":"1"}]},{"code":"B","rates":[{"rate":"1"}]}]
            PLAN_CURRENCY_UNKNOWN     /currency                    | "currency":"EURO","rules":[{"code":"B","rates":[{"rate":"1"}]}]
            PLAN_RATE_INVALID         /rules/0/rates/0/rate        | "currency":"USD","rules":[{"code":"B","rates":[{"rate":"-1"}]}]
            PLAN_RATE_INVALID         /rules/0/rates/0/rate        | "currency":"USD","rules":[{"code":"B","rates":[{"rate":0.75}]}]
            PLAN_RATE_INVALID         /rules/0/rates/0/rate        | "currency":"USD","rules":[{"code":"B","rates":[{"rate":"0.1234567"}]}]
            PLAN_RATE_INVALID         /rules/0/rates/0/rate        | "currency":"USD","rules":[{"code":"B","rates":[{"rate":"1000000001"}]}]
            PLAN_RATE_UNREACHABLE     /rules/0/rates/1             | "currency":"USD","rules":[{"code":"B","rates":[{"rate":"1"},{"when":{"zone":"A"},"rate":"2"}]}]
            PLAN_RATE_MISSING         /rules/0/rates               | "currency":"USD","rules":[{"code":"B","rates":[{"when":{"storageClass":"BIN"},"rate":"1"}]}]
            PLAN_RATE_MISSING         /rules/0/rates               | "currency":"USD","rules":[{"code":"B"}]
            PLAN_SEASON_INVALID       /rules/0/rates/0/when/season/to | "currency":"USD","rules":[{"code":"B","rates":[{"when":{"season":{"from":"01-01","to":"02-30"}},"rate":"1"},{"rate":"2"}]}]
            PLAN_SEASON_GAP           /rules/0/rates               | "currency":"USD","rules":[{"code":"B","rates":[{"when":{"season":{"from":"01-01","to":"06-30"}},"rate":"1"}]}]
            PLAN_SEASON_OVERLAP       /rules/0/rates/1/when/season | "currency":"USD","rules":[{"code":"B","rates":[{"when":{"season":{"from":"01-01","to":"06-30"}},"rate":"1"},{"when":{"season":{"from":"06-30","to":"12-31"}},"rate":"2"}]}]
            PLAN_TIERS_INVALID        /rules/0/tiers/steps         | "currency":"USD","rules":[{"code":"B","tiers":{"steps":[{"above":0,"rate":"1"}]}}]
            PLAN_TIERS_INVALID        /rules/0/tiers/steps         | "currency":"USD","rules":[{"code":"B","tiers":{"steps":[{"above":5,"rate":"1"},{"above":9,"rate":"1"}]}}]
            PLAN_AGE_BANDS_INVALID    /rules/0/age/bands/1         | "currency":"USD","rules":[{"code":"B","kind":"AGED","age":{"bands":[{"fromDays":1,"toDays":9,"perUnit":"1"},{"fromDays":9,"perUnit":"1"}]}}]
            PLAN_AGE_BANDS_INVALID    /rules/0/age/assess/day      | "currency":"USD","rules":[{"code":"B","kind":"AGED","age":{"assess":{"day":29},"bands":[{"fromDays":1,"perUnit":"1"}]}}]
            PLAN_AGE_BANDS_INVALID    /rules/0/age/bands/0         | "currency":"USD","rules":[{"code":"B","kind":"AGED","age":{"bands":[{"fromDays":1}]}}]
            PLAN_BASIS_MISMATCH       /rules/0/unit                | "currency":"USD","rules":[{"code":"B","basis":"LOCATION_TYPE","unit":"FT3","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/weekday             | "currency":"USD","rules":[{"code":"B","sampling":"WEEKLY","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/proration           | "currency":"USD","rules":[{"code":"B","sampling":"PEAK","proration":"CALENDAR_DAYS","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/splitDay            | "currency":"USD","rules":[{"code":"B","proration":"SPLIT","splitDay":29,"rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/proration           | "currency":"USD","rules":[{"code":"B","per":"DAY","proration":"SPLIT","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/gap                 | "currency":"USD","rules":[{"code":"B","gap":"FULL","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/sampling            | "currency":"USD","rules":[{"code":"B","basis":"LPN","sampling":"DAILY_ANY","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/unit                | "currency":"USD","rules":[{"code":"B","basis":"LPN","unit":"FT3","rates":[{"rate":"1"}]}]
            PLAN_BASIS_MISMATCH       /rules/0/age/by              | "currency":"USD","rules":[{"code":"B","kind":"AGED","basis":"OCCUPIED_VOLUME","age":{"by":"FIFO_POOL","bands":[{"fromDays":1,"perUnit":"1"}]}}]
            PLAN_CALCULATED_INVALID   /rules/0                     | "currency":"USD","rules":[{"code":"B","basis":"CALCULATED_LOCATION","rates":[{"rate":"1"}]}]
            PLAN_CALCULATED_INVALID   /fill                        | "currency":"USD","fill":"1.2","rules":[{"code":"B","rates":[{"rate":"1"}]}]
            PLAN_FREE_DAYS_INVALID    /rules/0/freeDays            | "currency":"USD","rules":[{"code":"B","freeDays":3651,"rates":[{"rate":"1"}]}]
            PLAN_MINIMUM_INVALID      /minimums/lot                | "currency":"USD","minimums":{"lot":"0.505"},"rules":[{"code":"B","rates":[{"rate":"1"}]}]
            PLAN_MINIMUM_INVALID      /minimums/owner              | "currency":"JPY","minimums":{"owner":"0.5"},"rules":[{"code":"B","rates":[{"rate":"1"}]}]
            """)
    void a_bad_plan_is_refused_and_told_where(String expected, String definition) throws JsonProcessingException {
        JsonNode plan = JSON.readTree("{" + definition + "}");
        List<String> found = PlanReader.read(plan).problems().stream()
                .map(problem -> problem.code() + " " + problem.pointer())
                .toList();
        assertEquals(List.of(expected.trim().replaceAll(" +", " ")), found);
    }

    @Test
    void all_problems_are_told_at_once_in_the_order_of_the_definition() throws JsonProcessingException {
        JsonNode plan = JSON.readTree("""
                {"currency":"XYZ","rules":[{"code":"A","freeDays":-1,"rates":[{"rate":"x"}]},
                 {"code":"A","colour":"red","rates":[{"rate":"1"}]}],"minimums":{"line":"-1"}}
                """);
        assertEquals(
                List.of(
                        "PLAN_CURRENCY_UNKNOWN /currency",
                        "PLAN_FREE_DAYS_INVALID /rules/0/freeDays",
                        "PLAN_RATE_INVALID /rules/0/rates/0/rate",
                        "PLAN_RULE_CODE_DUPLICATE /rules/1/code",
                        "PLAN_FIELD_UNKNOWN /rules/1/colour",
                        "PLAN_MINIMUM_INVALID /minimums/line"),
                PlanReader.read(plan).problems().stream()
                        .map(problem -> problem.code() + " " + problem.pointer())
                        .toList());
        Refusal refusal = assertThrows(Refusal.class, () -> PlanRules.plan(plan));
        assertEquals(6, ((List<?>) refusal.facts().get("problems")).size());
    }

    @Test
    void what_can_not_be_done_yet_is_refused_and_not_ignored() throws JsonProcessingException {
        for (String part : List.of("\"basis\":\"WEIGHT\"", "\"kind\":\"UTILISATION\"")) {
            JsonNode plan = JSON.readTree(
                    "{\"currency\":\"USD\",\"rules\":[{\"code\":\"A\"," + part + ",\"rates\":[{\"rate\":\"1\"}]}]}");
            assertEquals(
                    "PLAN_VALUE_UNKNOWN",
                    PlanReader.read(plan).problems().get(0).code().name());
        }
    }

    @Test
    void classes_and_seasons_that_cover_everything_need_no_last_rate() throws JsonProcessingException {
        JsonNode plan = JSON.readTree("""
                {"currency":"USD","rules":[{"code":"A","basis":"LOCATION_TYPE","rates":[
                 {"when":{"storageClass":"BIN","season":{"from":"10-01","to":"03-31"}},"rate":"2"},
                 {"when":{"storageClass":"BIN","season":{"from":"04-01","to":"09-30"}},"rate":"1"},
                 {"when":{"storageClass":"SHELF"},"rate":"3"},{"when":{"storageClass":"PALLET"},"rate":"4"}]}]}
                """);
        assertNotNull(PlanRules.plan(plan));
    }
}
