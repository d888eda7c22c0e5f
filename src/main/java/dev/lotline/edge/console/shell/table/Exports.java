package dev.lotline.edge.console.shell.table;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.sheets.Sheet;
import dev.lotline.operations.sheets.SheetFiles;
import dev.lotline.operations.sheets.SnapshotSql;
import dev.lotline.operations.sheets.SnapshotSql.Moment;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as a file: every row of the filter, the same columns in the same order. Beside the
 * method of the page stand two that {@code ?format=csv} and {@code ?format=xlsx} lead to, as does asking for the type:
 *
 * <pre>{@code
 * @GET @Produces(Sheet.CSV + Sheet.IF_ASKED) … return exports.file(Sheet.CSV, TABLE, asked, warehouse, () -> rows);
 * @GET @Produces(Sheet.XLSX + Sheet.IF_ASKED) … return exports.file(Sheet.XLSX, TABLE, asked, warehouse, () -> rows);
 * }</pre>
 */
@Singleton
public final class Exports {
    private static final int BEFORE_THE_PAGES = 90;
    /** Rows of a list that is read, or sorted, as a whole. */
    static final int MOST_AT_ONCE = 20_000;

    /** Rows of a workbook below its header. */
    static final int MOST_IN_A_BOOK = 1_048_575;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
    private static final List<String> DOORS_OF_MACHINES = List.of("/api/", "/floor/", "/graphql", "/q/");

    private final SheetFiles files;
    private final SnapshotSql snapshots;
    private final Frame frame;

    Exports(SheetFiles files, SnapshotSql snapshots, Frame frame) {
        this.files = files;
        this.snapshots = snapshots;
        this.frame = frame;
    }

    /** What is asked for in the address, asked for as browsers can't. */
    void register(@Observes Filters filters) {
        filters.register(Exports::typed, BEFORE_THE_PAGES);
    }

    private static void typed(RoutingContext context) {
        String query = context.request().query();
        if (query != null
                && query.contains(Asked.FORMAT + "=")
                && DOORS_OF_MACHINES.stream().noneMatch(context.request().path()::startsWith)) {
            String format = context.request().getParam(Asked.FORMAT);
            if ("csv".equals(format) || "xlsx".equals(format)) {
                context.request().headers().set(HttpHeaders.ACCEPT, format.equals("csv") ? Sheet.CSV : Sheet.XLSX);
            }
        }
        context.next();
    }

    /** For lists that {@link SnapshotSql} reads. */
    public SnapshotSql snapshots() {
        return snapshots;
    }

    /**
     * Ends with OVERLOADED when too many files are on their way; with EXPORT_TOO_LARGE when rows that have to be sorted
     * here are more than that.
     *
     * @param type {@link Sheet#CSV} or {@link Sheet#XLSX}
     * @param warehouse the file is named after; null = all of them
     * @param rows all rows, in chunks; asked for when the file begins
     */
    public <T> RestMulti<byte[]> file(
            String type, Table<T> table, Asked asked, @Nullable String warehouse, Supplier<Multi<List<T>>> rows) {
        return table.sortsHere(asked)
                ? whole(type, table, asked, warehouse, most -> upTo(most, rows.get()))
                : answer(type, table, asked, warehouse, snapshots.moment().map(at -> new Begun<>(at, rows)));
    }

    /**
     * The same of a list that may have more rows than a workbook: then it ends with EXPORT_TOO_LARGE before it begins.
     *
     * @param counted how many rows there are, counted up to so many
     */
    public <T> RestMulti<byte[]> file(
            String type,
            Table<T> table,
            Asked asked,
            @Nullable String warehouse,
            IntFunction<Uni<Long>> counted,
            Supplier<Multi<List<T>>> rows) {
        return table.sortsHere(asked) || !type.equals(Sheet.XLSX)
                ? file(type, table, asked, warehouse, rows)
                : answer(
                        type,
                        table,
                        asked,
                        warehouse,
                        counted.apply(MOST_IN_A_BOOK + 1)
                                .invoke(found -> fit(found, MOST_IN_A_BOOK))
                                .chain(found -> snapshots.moment().map(at -> new Begun<>(at, rows))));
    }

    /** Ends with EXPORT_TOO_LARGE. */
    static void fit(long rows, int most) {
        if (rows > most) {
            throw Refusal.of(RefusalCode.EXPORT_TOO_LARGE, "rows", most);
        }
    }

    /**
     * All rows of a list that nobody expects to be long, read in one statement, and so as of one moment; in the order
     * that is asked for. Ends with EXPORT_TOO_LARGE for a longer one, before anything of the file is sent.
     *
     * @param reader reads so many rows at most
     */
    public <T> RestMulti<byte[]> whole(
            String type, Table<T> table, Asked asked, @Nullable String warehouse, IntFunction<Uni<List<T>>> reader) {
        Uni<List<T>> read = reader.apply(MOST_AT_ONCE + 1).invoke(rows -> fit(rows.size(), MOST_AT_ONCE));
        Uni<Begun<T>> begun = snapshots
                .moment()
                .chain(at -> read.map(rows ->
                        new Begun<>(at, () -> Multi.createFrom().item(table.sorted(rows, asked)))));
        return answer(type, table, asked, warehouse, begun);
    }

    private static <T> Uni<List<T>> upTo(int most, Multi<List<T>> chunks) {
        return chunks.onItem().<T>disjoint().select().first(most).collect().asList();
    }

    /** A file that can be begun. */
    private record Begun<T>(Moment at, Supplier<Multi<List<T>>> rows) {}

    private <T> RestMulti<byte[]> answer(
            String type, Table<T> table, Asked asked, @Nullable String warehouse, Uni<Begun<T>> source) {
        String who = frame.actor().name();
        boolean book = type.equals(Sheet.XLSX);
        return files.answer(
                source,
                begun -> {
                    Sheet<T> sheet = table.sheet(asked, about(table, asked, begun.at(), who));
                    Multi<List<T>> rows = begun.rows().get();
                    return book ? sheet.xlsx(rows) : sheet.csv(rows);
                },
                begun -> name(table, warehouse, begun.at()) + (book ? ".xlsx" : ".csv"));
    }

    private static String name(Table<?> table, @Nullable String warehouse, Moment at) {
        String where = warehouse == null ? "all" : warehouse.replaceAll("[^A-Za-z0-9-]", "-");
        String stamp = at.at().withOffsetSameInstant(ZoneOffset.UTC).format(STAMP);
        return "lotline-" + table.view() + "-" + where + "-" + stamp;
    }

    private static Map<String, Object> about(Table<?> table, Asked asked, Moment at, String who) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("view", table.view());
        about.put("filter", asked.with(Asked.FORMAT, null));
        about.put("as of", at.at().withOffsetSameInstant(ZoneOffset.UTC));
        about.put("sequence", at.sequence());
        about.put("user", who);
        return about;
    }
}
