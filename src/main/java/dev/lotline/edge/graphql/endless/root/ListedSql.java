package dev.lotline.edge.graphql.endless.root;

import dev.lotline.kernel.Scope;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which items are on a page of a list, and how many there are. */
@Singleton
final class ListedSql {
    /**
     * $1 owners of the scope or null, $2 item ids or null, $3 owner:sku or null, $4 skus or null, $5 hidden ones too. What is
     * named is looked up; else an owner's items are read by their index, however many others have.
     */
    private static final String LISTED = """
            WITH %2$s seen AS (
              SELECT id, code FROM owner WHERE $1::text[] IS NULL OR code = ANY ($1)
            ), named AS (
              SELECT unnest($2::bigint[]) AS id
              UNION SELECT i.id FROM unnest($3::text[]) a (code) JOIN seen o ON starts_with(a.code, o.code || ':')
                JOIN item i ON i.owner_id = o.id AND i.sku = substr(a.code, length(o.code) + 2)
              UNION SELECT i.id FROM seen o CROSS JOIN unnest($4::text[]) a (sku) JOIN item i ON i.owner_id = o.id AND i.sku = a.sku
                WHERE $2 IS NULL AND $3 IS NULL
            ), listed AS (
              SELECT i.* FROM seen o CROSS JOIN LATERAL (
                SELECT id, owner_id, sku FROM item
                WHERE $2 IS NULL AND $3 IS NULL AND $4 IS NULL AND owner_id = o.id AND tracking AND ($5 OR visible AND archived_at IS NULL)
                %1$s) i
              UNION ALL
              SELECT i.id, i.owner_id, i.sku FROM named n JOIN item i ON i.id = n.id JOIN seen o ON o.id = i.owner_id
              WHERE i.tracking AND i.sku = ANY (coalesce($4, ARRAY[i.sku])) AND ($5 OR i.visible AND i.archived_at IS NULL)
            )
            """;

    private static final String COUNT = LISTED.formatted("", "") + "SELECT count(*)::integer AS items FROM listed";

    /** $6 an item or null, $7 limit. */
    private static final String AFTER = page(">", "ASC", 0);

    private static final String BEFORE = page("<", "DESC", Long.MAX_VALUE);

    /** On one side of an item, or of the end where no owner is. */
    private static String page(String side, String direction, long end) {
        String cut = """
                AND (owner_id, sku) %1$s ((SELECT owner_id FROM mark), (SELECT sku FROM mark))
                ORDER BY owner_id %2$s, sku %2$s LIMIT $7
                """.formatted(side, direction);
        String mark = """
                mark AS (
                  SELECT %d AS owner_id, '' AS sku WHERE $6::bigint IS NULL UNION ALL SELECT owner_id, sku FROM item WHERE id = $6
                ),""".formatted(end);
        return LISTED.formatted(cut, mark) + "SELECT id FROM listed WHERE true " + cut;
    }

    private final Pool pool;

    ListedSql(@ReactiveDataSource("figures") Pool pool) {
        this.pool = pool;
    }

    /**
     * Which items; what is null narrows nothing.
     *
     * @param codes {@code <owner>:<sku>} of items
     */
    record Wanted(
            Scope scope,
            Long @Nullable [] ids,
            String @Nullable [] codes,
            String @Nullable [] skus,
            @Nullable String owner,
            boolean all) {

        private Tuple tuple() {
            return Tuple.from(new @Nullable Object[] {owners(), ids, codes, skus, all});
        }

        /** The owners of the scope, narrowed to the one that is asked for; none of them when it is not among them. */
        private String @Nullable [] owners() {
            if (owner == null) {
                return scope.ownerCodes();
            }
            return scope.coversOwner(owner) ? new String[] {owner} : new String[0];
        }
    }

    /** Ids on one side of an item, or from that end of the list, nearest first. */
    Uni<List<Long>> page(Wanted list, boolean backwards, @Nullable Long item, int limit) {
        return pool.preparedQuery(backwards ? BEFORE : AFTER)
                .execute(list.tuple().addLong(item).addInteger(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("id"))
                        .toList());
    }

    Uni<Integer> count(Wanted list) {
        return pool.preparedQuery(COUNT)
                .execute(list.tuple())
                .map(rows -> rows.iterator().next().getInteger("items"));
    }
}
