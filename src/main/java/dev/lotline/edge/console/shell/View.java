package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import io.quarkus.qute.TemplateExtension;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The address is the view: what it does not know it refuses, so that no filter is lost without a word. */
public final class View {
    /** Rows of a page. */
    public static final int ROWS = 50;

    private View() {}

    /**
     * A page of a list.
     *
     * @param open what is finished is left out
     * @param next where the next page goes on; null on the last one
     */
    public record Rows<T>(
            List<T> rows, boolean open, @Nullable Long next) {
        /** @param read one more than a page has, when there are more */
        public static <T> Rows<T> of(List<T> read, boolean open, ToLongFunction<T> id) {
            return read.size() > ROWS
                    ? new Rows<>(read.subList(0, ROWS), open, id.applyAsLong(read.get(ROWS - 1)))
                    : new Rows<>(read, open, null);
        }
    }

    /** What is open, unless all is asked for. Ends with VALIDATION_FAILED for another state. */
    public static boolean open(@Nullable String state) {
        if (state != null && !state.equals("open") && !state.equals("all")) {
            throw Refusal.invalid("state", "must be open or all");
        }
        return !"all".equals(state);
    }

    /** Ends with VALIDATION_FAILED for what no page ended with. */
    public static long before(@Nullable Long id) {
        if (id != null && id <= 0) {
            throw Refusal.invalid("before", "must be the id that a page ended with");
        }
        return id == null ? 0 : id;
    }

    /** In pages: units without needless zeros. */
    @TemplateExtension
    public static String plain(BigDecimal units) {
        return Quantity.plain(units).toPlainString();
    }

    /** Ends with VALIDATION_FAILED for another parameter than these. */
    public static void of(UriInfo uri, String... known) {
        of(uri.getQueryParameters().keySet(), known);
    }

    /** Ends with VALIDATION_FAILED for another parameter than these. */
    public static void of(Set<String> parameters, String... known) {
        Set<String> names = Set.of(known);
        for (String given : parameters) {
            if (!names.contains(given)) {
                throw Refusal.invalid(given, "is no parameter of this page");
            }
        }
    }

    /** In pages: a code as a part of an address, whatever is in it. */
    @TemplateExtension
    public static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A filter names nothing outside the reader's scope: there it does not exist. Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    public static void within(Scope scope, @Nullable String owner, @Nullable String warehouse) {
        if (owner != null) {
            scope.requireOwner(owner);
        }
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
    }

    /** Null for a field that was left empty. */
    public static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
