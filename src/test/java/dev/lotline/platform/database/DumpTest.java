package dev.lotline.platform.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.given.Superuser;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * A dump of a house with a past can be read back: triggers, functions and views are made anew from what the catalog says of
 * them, and every row goes into a table of the same shape, all without a search path, as pg_restore does it.
 */
@QuarkusTest
class DumpTest {
    private static final String READ_BACK = """
            DO $$
            DECLARE
              o record;
              v_columns text;
            BEGIN
              SET LOCAL search_path = '';
              SET LOCAL check_function_bodies = off;
              FOR o IN SELECT pg_get_functiondef(p.oid) AS def FROM pg_proc p
                WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
                EXECUTE o.def;
              END LOOP;
              FOR o IN SELECT pg_get_triggerdef(t.oid) AS def, t.tgname, t.tgrelid::regclass AS relation FROM pg_trigger t
                WHERE NOT t.tgisinternal AND t.tgparentid = 0 LOOP
                EXECUTE format('DROP TRIGGER %I ON %s', o.tgname, o.relation);
                EXECUTE o.def;
              END LOOP;
              FOR o IN SELECT c.oid::regclass AS relation, c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
                AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname LOOP
                SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO v_columns FROM pg_attribute a
                WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
                EXECUTE format('CREATE TABLE public.read_back (LIKE %s INCLUDING ALL)', o.relation);
                EXECUTE format('INSERT INTO public.read_back (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s', v_columns,
                  v_columns, o.relation);
                EXECUTE 'DROP TABLE public.read_back';
              END LOOP;
            END $$
            """;

    @Test
    void a_dump_of_a_house_with_a_past_is_read_back() throws Exception {
        try (Superuser books = Superuser.begin()) {
            books.house("DUMP");
            assertDoesNotThrow(() -> books.run(READ_BACK));
        }
    }

    @Test
    void a_trigger_that_compares_rows_of_a_table_with_a_column_that_is_generated_is_found() throws Exception {
        try (Superuser books = Superuser.begin()) {
            books.run("CREATE TRIGGER whole_row BEFORE UPDATE ON owner FOR EACH ROW WHEN (old IS DISTINCT FROM new)"
                    + " EXECUTE FUNCTION suppress_redundant_updates_trigger();"
                    + "ALTER TABLE owner ADD COLUMN shown text GENERATED ALWAYS AS (code || name) STORED");
            assertThrows(SQLException.class, () -> books.run(READ_BACK));
        }
    }
}
