package dev.lotline.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.given.Identities;
import dev.lotline.given.World;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One corpus of bad bodies against every writing door: refused by name, and not a row has changed. */
@QuarkusTest
class BadInputTest {
    private World world;
    private Doors doors;

    @BeforeEach
    void a_house_with_work_in_it() {
        world = World.acceptance();
        doors = Doors.furnished(world);
    }

    @AfterEach
    void the_books_balance() {
        Identities.assertHold(world.owner, "GUMMY-60", "PLAIN", "JAR");
    }

    @Test
    void bad_bodies_are_refused_by_name_and_change_nothing() throws Exception {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (Door door : doors.all()) {
            Fingerprint before = Fingerprint.take();
            for (Door.Bad bad : door.corpus().toList()) {
                cases++;
                Answer answer = Client.json(door.method(), door.path(), bad.body());
                List<String> found = answer.wrongAsRefusal(400, bad.codes());
                if (!bad.field().isEmpty() && !answer.names(bad.field())) {
                    found.add("does not name " + bad.field());
                }
                report(wrong, door.name() + " with " + bad.why(), found, answer);
            }
            Fingerprint.take().changedSince(before).forEach(each -> wrong.add(door.name() + " changed " + each));
        }
        assertEquals(List.of(), wrong);
        assertTrue(cases > 1_500, cases + " cases");
    }

    @Test
    void wrong_content_types_and_methods_are_refused_and_change_nothing() throws Exception {
        List<String> wrong = new ArrayList<>();
        Fingerprint before = Fingerprint.take();
        for (Door door : doors.all()) {
            byte[] body = door.body().getBytes(StandardCharsets.UTF_8);
            for (String type :
                    List.of("text/plain", "application/xml", "text/json", "application/x-www-form-urlencoded")) {
                Answer answer = Client.send(door.method(), door.path(), type, body);
                report(
                        wrong,
                        door.name() + " as " + type,
                        answer.wrongAsRefusal(415, "UNSUPPORTED_MEDIA_TYPE"),
                        answer);
            }
            Answer answer = Client.send("DELETE", door.path(), "application/json", body);
            // a path below another collection is looked for there last, where there is nothing by that name
            int status = answer.status() == 404 ? 404 : 405;
            report(
                    wrong,
                    "DELETE " + door.path(),
                    answer.wrongAsRefusal(status, "METHOD_NOT_ALLOWED|NOT_FOUND"),
                    answer);
            byte[] latin = door.body().replaceFirst("\":\"", "\":\"\u00e9").getBytes(StandardCharsets.ISO_8859_1);
            Answer bytes = Client.send(door.method(), door.path(), "application/json", latin);
            report(wrong, door.name() + " in no UTF-8", bytes.wrongAsRefusal(400, "MALFORMED"), bytes);
        }
        wrong.addAll(Fingerprint.take().changedSince(before));
        assertEquals(List.of(), wrong);
    }

    /** Else all of the above might be refused for another reason than the one that was meant. */
    @Test
    void the_same_doors_take_the_good_bodies() throws Exception {
        List<String> refused = new ArrayList<>();
        int n = 0;
        for (Door door : doors.all()) {
            // a key is good once
            String body = door.body().replace("\"id\":\"k-", "\"id\":\"good-" + n++ + "-");
            Answer answer = Client.json(door.method(), door.path(), body);
            if (answer.status() / 100 != 2) {
                refused.add(door.name() + ": " + answer);
            }
        }
        assertEquals(List.of(), refused);
    }

    static void report(List<String> wrong, String what, List<String> found, Answer answer) {
        if (!found.isEmpty()) {
            wrong.add("\n" + what + ": " + String.join(", ", found) + " - " + answer);
        }
    }
}
