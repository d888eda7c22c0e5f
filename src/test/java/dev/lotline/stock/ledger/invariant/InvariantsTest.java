package dev.lotline.stock.ledger.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.given.BareHouse;
import dev.lotline.given.Superuser;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each violation is planted behind the back of every guard, and found by its invariant and its logical consequences. */
class InvariantsTest {
    private static BareHouse house;

    @BeforeAll
    static void build() throws IOException, SQLException {
        house = BareHouse.build();
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void a_house_with_a_past_holds() throws Exception {
        assertEquals("", foundAfter("SELECT 1"));
    }

    @ParameterizedTest(name = "{0} finds: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        I01 | a kind nobody knows | UPDATE movement SET kind = 'TELEPORT' WHERE id = (SELECT min(id) FROM movement WHERE kind = 'STOW' AND device = 'PLANT-HH')
        I01 I12 | a commit that calls itself a pick | UPDATE movement SET kind = 'PICK' WHERE kind = 'COMMIT' AND device = 'PLANT-HH'
        I02 | movements of a refused event | UPDATE scan_event SET verdict = 'REFUSED' WHERE operation = 'RECEIVE' AND device = 'PLANT-HH'
        I02 I08 I18 | movements of no event | DELETE FROM scan_event WHERE operation = 'SHIP' AND device = 'PLANT-HH'
        I02 | an undo that is no mirror | UPDATE movement SET from_location = from_location - 1 WHERE kind = 'UNDO' AND device = 'PLANT-HH'
        I02 | an undone pick put elsewhere | UPDATE movement m SET to_location = to_location - 1 FROM scan_event e WHERE e.id = m.event_id AND e.operation = 'UNDO' AND m.kind = 'UNPICK' AND m.device = 'PLANT-HH'
        I02 I08 | an event that counts one movement too many | UPDATE scan_event SET lines = 2 WHERE operation = 'SHORT' OR operation = 'RECEIVE' AND device = 'PLANT-HH'
        I03 I09 I17 | a balance changed by hand | UPDATE stock SET quantity = quantity + 1 WHERE state = 'AVAILABLE' AND quantity > 0 AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I03 I09 I11 | a movement changed by hand | UPDATE movement SET quantity = quantity + 1 WHERE kind = 'RECEIVE' AND device = 'PLANT-HH'
        I03 | a version skipped | UPDATE stock SET version = version + 1 WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I04 | a movement out of its chain | UPDATE movement SET to_version = to_version + 10 WHERE kind = 'COMMIT' AND device = 'PLANT-HH'
        I06 | a task that shrank alone | UPDATE reservation SET quantity = quantity - 1 WHERE state = 'OPEN' AND order_id = (SELECT id FROM customer_order WHERE reference = 'PLANT-1')
        I06 | an allocation that vanished | DELETE FROM allocation WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I06 | a promise that names another item | UPDATE allocation SET order_line_id = -order_line_id WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I06 I17 | reserved on the row alone | UPDATE stock SET reserved = reserved + 1 WHERE state = 'AVAILABLE' AND reserved > 0 AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I07 | an open task in a locked place | UPDATE location SET locked = true WHERE code = 'A-02' AND warehouse_id = (SELECT id FROM warehouse WHERE code = 'PLANT-1')
        I07 I14 | an open task below its minimum life | UPDATE lot SET expiration_date = business_date('UTC') + 29 WHERE lot_number = 'L-A' AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I07 I10 | good stock and an open task of a recalled lot | UPDATE lot SET hold = 'RECALLED' WHERE lot_number = 'L-A' AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I10 | a mark that no hold gave | UPDATE lot SET hold = 'RECALLED' WHERE lot_number = 'L-B' AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I10 | a hold that answers for free stock | INSERT INTO hold (owner_id, scope, reason, warehouse_id, event_id, placed_by) SELECT i.owner_id, 'LOT', 'MANUAL', w.id, gen_random_uuid(), 'x' FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1'; INSERT INTO hold_stock SELECT s.warehouse_id, s.id, (SELECT max(id) FROM hold), 1 FROM stock s WHERE s.quantity > 0 AND s.state = 'AVAILABLE' AND s.item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I10 | good stock in a held place | INSERT INTO hold (owner_id, scope, reason, warehouse_id, event_id, placed_by) SELECT i.owner_id, 'LOCATION', 'MANUAL', w.id, gen_random_uuid(), 'x' FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1'; INSERT INTO hold_place SELECT l.warehouse_id, (SELECT max(id) FROM hold), l.id FROM location l JOIN warehouse w ON w.id = l.warehouse_id WHERE w.code = 'PLANT-1' AND l.code = 'A-02'
        I10 | good stock on a held plate | INSERT INTO hold (owner_id, scope, reason, warehouse_id, event_id, placed_by) SELECT i.owner_id, 'PLATE', 'MANUAL', w.id, gen_random_uuid(), 'x' FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1'; INSERT INTO plate (warehouse_id, id, code, kind, location_id) SELECT s.warehouse_id, -9, 'PLANT-HELD', 'LPN', s.location_id FROM stock s JOIN item i ON i.id = s.item_id WHERE i.sku = 'PLANT-60' AND s.state = 'AVAILABLE' AND s.quantity > 0 LIMIT 1; INSERT INTO hold_plate (warehouse_id, hold_id, plate_id) SELECT warehouse_id, (SELECT max(id) FROM hold), id FROM plate WHERE id = -9; INSERT INTO plate_content (warehouse_id, plate_id, stock_id, location_id, quantity) SELECT p.warehouse_id, p.id, s.id, s.location_id, 1 FROM plate p JOIN stock s ON s.warehouse_id = p.warehouse_id AND s.location_id = p.location_id AND s.state = 'AVAILABLE' AND s.quantity > 0 WHERE p.id = -9; UPDATE stock s SET plated = 1 FROM plate_content c WHERE c.plate_id = -9 AND c.warehouse_id = s.warehouse_id AND c.stock_id = s.id
        I08 | one scan under two ids | INSERT INTO scan_event (warehouse_id, id, device, seq, payload_hash, effect_hash, payload, operation, actor, verdict, at) SELECT warehouse_id, gen_random_uuid(), device, seq + 1000, payload_hash, effect_hash, payload, operation, actor, verdict, at FROM scan_event WHERE operation = 'RECEIVE' AND device = 'PLANT-HH'; INSERT INTO outbox (warehouse_id, event_id, topic, key, payload) SELECT warehouse_id, id, 't', id::text, '{}' FROM scan_event WHERE seq > 1000 AND device = 'PLANT-HH'
        I02 I08 | one id twice | ALTER TABLE scan_event DROP CONSTRAINT scan_event_pkey; DROP INDEX scan_event_id; INSERT INTO scan_event (warehouse_id, id, device, payload_hash, effect_hash, payload, operation, actor, verdict, at) SELECT warehouse_id, id, device, payload_hash, effect_hash, payload, operation, actor, 'OK', at FROM scan_event WHERE operation = 'SHIP' AND device = 'PLANT-HH'
        I08 | one sequence twice | ALTER TABLE scan_event DROP CONSTRAINT scan_event_warehouse_id_device_seq_key; UPDATE scan_event SET seq = 1 WHERE seq = 2 AND device = 'PLANT-HH'
        I09 I15 | stock that changed its lot | UPDATE stock SET lot_id = NULL WHERE state = 'AVAILABLE' AND quantity > 0 AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I11 | a receiving line that counted alone | UPDATE receiving_lot SET received = received + 1 WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60') AND received = 38
        I11 | an adjustment that changed nothing | INSERT INTO adjustment (warehouse_id, event_id, kind, item_id, location_id, state, delta, reason, status, asked_by, business_date, posted_event) SELECT e.warehouse_id, e.id, 'ADJUST', i.id, l.id, 'AVAILABLE', 1, 'x', 'POSTED', 'x', current_date, e.id FROM scan_event e, item i, location l WHERE e.operation = 'SHIP' AND e.device = 'PLANT-HH' AND i.sku = 'PLANT-60' AND l.warehouse_id = e.warehouse_id AND l.code = 'A-03'
        I11 | goods that came back without a movement | INSERT INTO returned (warehouse_id, event_id, item_id, location_id, kind, action, reason, quantity) SELECT e.warehouse_id, e.id, i.id, l.id, 'RTS', 'RESTOCK', 'POLICY', 1 FROM scan_event e, item i, location l WHERE e.operation = 'SHIP' AND e.device = 'PLANT-HH' AND i.sku = 'PLANT-60' AND l.warehouse_id = e.warehouse_id AND l.code = 'A-03'
        I12 | a pick from another place | UPDATE reservation SET location_id = location_id + 1 WHERE state = 'PICKED' AND order_id = (SELECT id FROM customer_order WHERE reference = 'PLANT-1')
        I13 | a later lot picked first | UPDATE lot SET expiration_date = business_date('UTC') + 50 WHERE lot_number = 'L-A' AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I14 | a lot below its minimum | UPDATE lot SET expiration_date = business_date('UTC') + 29 WHERE lot_number = 'L-B' AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I15 | one number, two expirations | INSERT INTO lot (item_id, lot_number, expiration_date) SELECT id, 'L-A', '2031-01-01' FROM item WHERE sku = 'PLANT-60'
        I15 | stock of an item that keeps none | UPDATE item SET tracking = false, lot_tracked = false WHERE sku = 'PLANT-60'
        I03 I09 I15 I17 | two lots in one place | INSERT INTO stock (warehouse_id, item_id, lot_id, location_id, state, quantity, decimals, exclusive, version) SELECT s.warehouse_id, s.item_id, t.id, s.location_id, 'AVAILABLE', 1, 0, false, 1 FROM stock s JOIN lot t ON t.item_id = s.item_id AND t.lot_number = 'L-B' WHERE s.item_id = (SELECT id FROM item WHERE sku = 'PLANT-60') AND s.state = 'AVAILABLE' AND s.quantity > 0
        I15 | a slot that names another lot | UPDATE slot SET lot_key = lot_key + 1 WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I16 | more counted than tolerated | UPDATE receiving_lot SET expected = 54 WHERE received = 60 AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I17 | a total changed by hand | UPDATE stock_summary SET picked = picked + 1 WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I06 I17 | free stock beside a backorder | UPDATE stock_summary SET allocated = allocated - 5 WHERE item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I18 | a change nobody was told | DELETE FROM outbox WHERE event_id IN (SELECT id FROM scan_event WHERE operation = 'SHIP' AND device = 'PLANT-HH')
        I24 | a job nobody asked for, without a label | INSERT INTO print_job (id, warehouse_id, outbox_id, ordinal, event_id, kind, payload, labels, state, actor, changed_by) SELECT print_job_id(), w.id, -1, 1, gen_random_uuid(), 'TEST', '{}', 1, 'HELD', 'x', 'x' FROM warehouse w WHERE w.code = 'PLANT-1'
        I24 | a label that was forgotten | INSERT INTO print_job (id, warehouse_id, outbox_id, ordinal, event_id, kind, payload, labels, state, actor, changed_by) SELECT print_job_id(), x.warehouse_id, x.id, 1, x.event_id, 'TEST', '{}', 1, 'CONFIRMED', 'x', 'x' FROM outbox x JOIN warehouse w ON w.id = x.warehouse_id WHERE w.code = 'PLANT-1' LIMIT 1; INSERT INTO label (serial, job_id, position, warehouse_id, kind, state) SELECT 'PLANT', id, 1, warehouse_id, kind, 'UNKNOWN' FROM print_job WHERE kind = 'TEST' AND state = 'CONFIRMED' AND changed_by = 'x'
        I25 | more on plates than its row says | UPDATE stock SET plated = 3 WHERE state = 'AVAILABLE' AND quantity > 3 AND item_id = (SELECT id FROM item WHERE sku = 'PLANT-60')
        I25 | a plate on itself | INSERT INTO plate (warehouse_id, id, code, kind, location_id, parent_id) SELECT warehouse_id, x.id, concat('PLANT-', x.id), 'LPN', location.id, -3 - x.id FROM location, (VALUES (-1), (-2)) x (id) WHERE location.code = 'A-01' AND warehouse_id = (SELECT id FROM warehouse WHERE code = 'PLANT-1')
        I28 | a day that nobody counted | INSERT INTO shelf_day SELECT w.id, i.owner_id, 0, '2031-01-01', 5, 0, 1 FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1'
        I28 | lots that are not as they were counted | WITH x AS (SELECT w.id AS house, i.id AS item, i.owner_id AS owner FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1'), c AS (INSERT INTO shelf_item SELECT house, item, 30, true, 9000000000000 FROM x), l AS (INSERT INTO shelf_item_days SELECT house, item, '{2031-01-01}', '{5}', '{0}', '{1}' FROM x) INSERT INTO shelf_day SELECT house, owner, 30, '2031-01-01', 5, 0, 1 FROM x
        I26 | a roll-up that was never accrued | INSERT INTO storage_month SELECT i.owner_id, w.id, '2026-03-01', i.id, 0, 0, 'BASE', 1, 'R0:', '2026-03-01', '2026-03-01', 1, 5, 5, 5, 5, 5 FROM item i, warehouse w WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1'
        I26 | a storage day that was skipped | INSERT INTO storage_day (warehouse_id, owner_id, day, revision, ledger_sequence, input_hash, rows, unrated, actor) SELECT w.id, o.id, d::date, 0, 0, '', 0, 0, '' FROM owner o, warehouse w, unnest(ARRAY['2026-03-01', '2026-03-03']) d WHERE o.code = 'PLANT' AND w.code = 'PLANT-1'
        I26 I27 | units paid for that were never there | WITH p AS (INSERT INTO rate_plan (code, created_by) VALUES ('PLANT', '') RETURNING id), v AS (INSERT INTO rate_plan_version (plan_id, n, state, effective_from, definition, measures, sha256, created_by, approved_by) SELECT id, 1, 'ACTIVE', '2026-01-01', '{}', '{"rules": [{"code": "BASE", "holds": [], "sampling": "DAILY_CLOSE"}]}', '', '', '' FROM p RETURNING id), d AS (INSERT INTO storage_day (warehouse_id, owner_id, day, revision, ledger_sequence, input_hash, rows, unrated, actor) SELECT w.id, o.id, business_date('UTC'), 0, 1000000000, '', 0, 0, '' FROM owner o, warehouse w WHERE o.code = 'PLANT' AND w.code = 'PLANT-1') INSERT INTO storage_accrual SELECT w.id, business_date('UTC'), i.owner_id, i.id, 0, l.id, 'BASE', v.id, 'R0:', 0, 77, 77 FROM v, item i, warehouse w, location l WHERE i.sku = 'PLANT-60' AND w.code = 'PLANT-1' AND l.warehouse_id = w.id AND l.code = 'A-01'
        I18 | an event that a relay has passed by | UPDATE relay SET told = told - 1 WHERE name = 'bus'
        """)
    void planted(String invariants, String what, String plant) throws Exception {
        assertEquals(invariants, foundAfter(plant));
    }

    /** The invariants that are broken after the statement, in a house whose past is rolled back. */
    private static String foundAfter(String plant) throws SQLException, IOException {
        try (Superuser superuser = house.superuser()) {
            superuser.house("PLANT").withoutGuards().run(plant);
            TreeSet<String> found = new TreeSet<>();
            for (InvariantSql.Question question : new InvariantSql().questions()) {
                List<String> subjects = superuser.ask(question.sql());
                if (!subjects.isEmpty()) {
                    found.add(question.id());
                }
            }
            return String.join(" ", found);
        }
    }
}
