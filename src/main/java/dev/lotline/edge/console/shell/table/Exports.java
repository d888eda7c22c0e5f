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
import java.util.function.Function;
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
    private static final int MOST_AT_ONCE = 20_000;
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
     * Ends with OVERLOADED when too many files are on their way.
     *
     * @param warehouse the file is named after; null = all of them
     * @param rows all rows, in chunks; asked for when the file begins
     */
    public <T> RestMulti<byte[]> csv(
            Table<T> table, Asked asked, @Nullable String warehouse, Supplier<Multi<List<T>>> rows) {
        return answer(table, asked, warehouse, ".csv", sheet -> sheet.csv(rows.get()));
    }

    /** The same as a workbook. */
    public <T> RestMulti<byte[]> xlsx(
            Table<T> table, Asked asked, @Nullable String warehouse, Supplier<Multi<List<T>>> rows) {
        return answer(table, asked, warehouse, ".xlsx", sheet -> sheet.xlsx(rows.get()));
    }

    /** @param type {@link Sheet#CSV} or {@link Sheet#XLSX} */
    public <T> RestMulti<byte[]> file(
            String type, Table<T> table, Asked asked, @Nullable String warehouse, Supplier<Multi<List<T>>> rows) {
        return type.equals(Sheet.XLSX) ? xlsx(table, asked, warehouse, rows) : csv(table, asked, warehouse, rows);
    }

    /**
     * All rows of a list that nobody expects to be long, read in one statement, and so as of one moment. Ends with
     * TOO_LARGE for a longer one.
     *
     * @param reader reads so many rows at most
     */
    public <T> Supplier<Multi<List<T>>> atOnce(IntFunction<Uni<List<T>>> reader) {
        return () -> reader.apply(MOST_AT_ONCE + 1)
                .invoke(rows -> {
                    if (rows.size() > MOST_AT_ONCE) {
                        throw Refusal.of(RefusalCode.TOO_LARGE);
                    }
                })
                .toMulti();
    }

    private <T> RestMulti<byte[]> answer(
            Table<T> table,
            Asked asked,
            @Nullable String warehouse,
            String ending,
            Function<Sheet<T>, Multi<byte[]>> file) {
        String who = frame.actor().name();
        return files.answer(
                snapshots.moment(),
                at -> file.apply(table.sheet(asked, about(table, asked, at, who))),
                at -> name(table, warehouse, at) + ending);
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
