package dev.lotline.operations.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.Superuser;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may agree to what another asked for, in a house with these people; name:role, name:role:owner or name:role:gone. */
@QuarkusTest
class SecondPersonTest {
    @ParameterizedTest(name = "{1} agrees to what {2} asked for, people {0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        anna:SUPERVISOR ben:ADMIN                    | ben   | anna  | yes
        anna:SUPERVISOR ben:ADMIN                    | anna  | anna  | SECOND_PERSON_REQUIRED
        anna:SUPERVISOR ben:ADMIN                    | admin | anna  | SECOND_PERSON_REQUIRED
        anna:SUPERVISOR ben:ADMIN                    | anna  | HH-07 | yes
        anna:SUPERVISOR hub:INTEGRATION hh:DEVICE    | anna  | anna  | ONE_PERSON_HOUSE
        anna:SUPERVISOR ben:ADMIN:gone               | anna  | anna  | ONE_PERSON_HOUSE
        anna:SUPERVISOR ben:SUPERVISOR:OTHER         | anna  | anna  | ONE_PERSON_HOUSE
        anna:SUPERVISOR ben:SUPERVISOR:PLANT         | ben   | anna  | yes
        hub:INTEGRATION                              | admin | admin | ONE_PERSON_HOUSE
        """)
    void people(String people, String actor, String asked, String expected) throws Exception {
        try (Superuser superuser = Superuser.begin()) {
            superuser.house("PLANT").run("UPDATE credential SET revoked_at = now()");
            superuser.run(Arrays.stream(people.split(" "))
                    .map(SecondPersonTest::person)
                    .collect(Collectors.joining(";")));
            assertEquals(expected, superuser.ask("""
                            SELECT coalesce(adjust_second_person(jsonb_populate_record(NULL::posting, jsonb_build_object(
                              'warehouse_id', w.id, 'owner_id', o.id, 'actor', '%s')), '%s'), 'yes')
                            FROM warehouse w, owner o WHERE w.code = 'PLANT-1' AND o.code = 'PLANT'
                            """.formatted(actor, asked)).get(0));
        }
    }

    private static String person(String said) {
        String[] parts = said.split(":");
        String third = parts.length < 3 ? "" : parts[2];
        return """
                INSERT INTO credential (name, role, token_hash, owners, revoked_at)
                VALUES ('%s', '%s', sha256('%s'), %s, %s) ON CONFLICT (name) DO UPDATE SET revoked_at = excluded.revoked_at
                """.formatted(
                        parts[0],
                        parts[1],
                        said,
                        third.isEmpty() || third.equals("gone") ? "NULL" : "ARRAY['" + third + "']",
                        third.equals("gone") ? "now()" : "NULL");
    }
}
