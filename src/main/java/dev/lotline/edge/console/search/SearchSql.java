package dev.lotline.edge.console.search;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.Words;
import dev.lotline.edge.console.shell.WorkWords;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Everything that is called by a word; each part by its index, the newest ten at most. */
@Singleton
final class SearchSql {
    /**
     * $1 owners, $2 warehouses of the scope or null, $3 what is looked for, as it was
     * read and without a prefix of ours, $4 a GTIN of 14 digits or null, $5 a lot or null.
     */
    private static final String FOUND = """
            WITH seen AS (
              SELECT id, code FROM owner WHERE $1::text[] IS NULL OR code = ANY ($1)
            ), house AS (
              SELECT id, code FROM warehouse WHERE $2::text[] IS NULL OR code = ANY ($2)
            )
            (SELECT 'ITEM' AS kind, o.code AS owner, i.sku AS code, NULL::bigint AS id FROM item i JOIN seen o ON o.id = i.owner_id
             WHERE $5::text IS NULL AND (lower(i.sku) IN (SELECT lower(name) FROM unnest($3::text[]) name)
               OR i.id IN (SELECT item_id FROM item_barcode WHERE code = ANY ($3) OR code = $4))
             ORDER BY i.id DESC LIMIT 10)
            UNION ALL
            (SELECT 'LOT', o.code, t.lot_number, t.id FROM lot t JOIN item i ON i.id = t.item_id JOIN seen o ON o.id = i.owner_id
             WHERE t.lot_number = ANY (CASE WHEN $5::text IS NULL THEN $3::text[] ELSE ARRAY[$5] END)
               AND ($4::text IS NULL OR $5::text IS NULL OR i.id IN (SELECT item_id FROM item_barcode WHERE code = $4))
             ORDER BY t.id DESC LIMIT 10)
            UNION ALL
            (SELECT 'ORDER', o.code, c.reference, c.id FROM seen o JOIN customer_order c ON c.owner_id = o.id AND c.reference = ANY ($3)
             WHERE c.warehouse_id IS NULL OR c.warehouse_id IN (SELECT id FROM house) ORDER BY c.id DESC LIMIT 10)
            UNION ALL
            (SELECT 'RECEIPT', o.code, r.reference, r.id FROM seen o
             JOIN receiving_order r ON r.owner_id = o.id AND r.reference = ANY ($3)
             WHERE r.warehouse_id IN (SELECT id FROM house) ORDER BY r.id DESC LIMIT 10)
            UNION ALL
            (SELECT 'PLACE', h.code, l.code, l.id FROM house h JOIN location l ON l.warehouse_id = h.id AND l.code = ANY ($3)
             WHERE $1::text[] IS NULL ORDER BY l.id DESC LIMIT 10)
            UNION ALL
            (SELECT 'PLATE', h.code, p.code, p.id FROM house h JOIN plate p ON p.warehouse_id = h.id AND p.code = ANY ($3)
             WHERE $1::text[] IS NULL ORDER BY p.id DESC LIMIT 10)
            UNION ALL
            (SELECT 'PRINTER', h.code, p.code, p.id FROM house h JOIN printer p ON p.warehouse_id = h.id AND p.code = ANY ($3)
             WHERE $1::text[] IS NULL ORDER BY p.id DESC LIMIT 10)
            """;

    /** What may be found. */
    public enum Kind {
        ITEM(Text.of(Words.class, Words::item)),
        LOT(Text.of(Words.class, Words::lot)),
        ORDER(Text.of(WorkWords.class, WorkWords::orders)),
        RECEIPT(Text.of(WorkWords.class, WorkWords::receiving)),
        PLACE(Text.of(Words.class, Words::place)),
        PLATE(Text.of(SearchWords.class, SearchWords::plate)),
        PRINTER(Text.of(SearchWords.class, SearchWords::printer));

        private final Text label;

        Kind(Text label) {
            this.label = label;
        }
    }

    /**
     * @param owner of places and plates it is the warehouse
     * @param id of the thing, where it has one
     */
    public record Hit(
            Kind kind, String owner, String code, @Nullable Long id) {
        public String label(Locale language) {
            return kind.label.in(language);
        }

        public String address() {
            String of = View.encoded(owner) + "/" + View.encoded(code);
            return switch (kind) {
                case ITEM -> "/inventory/" + of + "/lots";
                case LOT -> "/lots/" + id;
                case ORDER -> "/orders/" + of;
                case RECEIPT -> "/receiving/" + of;
                case PLACE -> "/places/" + of;
                case PLATE -> "/places/" + of + "?plate=1";
                case PRINTER -> "/printers/" + View.encoded(code);
            };
        }
    }

    private final Pool pool;

    SearchSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Hit>> find(SearchWord word, Scope scope) {
        return pool.preparedQuery(FOUND)
                .execute(Tuple.of(
                        scope.ownerCodes(),
                        scope.warehouseCodes(),
                        word.names().toArray(String[]::new),
                        word.gtin(),
                        word.lot()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SearchSql::hit)
                        .toList());
    }

    private static Hit hit(Row row) {
        return new Hit(
                Kind.valueOf(row.getString("kind")), row.getString("owner"), row.getString("code"), row.getLong("id"));
    }
}
