package dev.lotline.edge.api;

import dev.lotline.kernel.Refusal;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging from the query: {@code limit} (1 to 500, else 50) and {@code cursor}, the key of the last row seen. A
 * query parameter that the list does not know is refused. A cursor says only where to go on; the scope of the
 * credential is applied to every page anew.
 */
public final class Paging {
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    private final UriInfo uri;
    private final int limit;
    private final String after;

    private Paging(UriInfo uri, int limit, String after) {
        this.uri = uri;
        this.limit = limit;
        this.after = after;
    }

    /** Ends with VALIDATION_FAILED naming every parameter that is wrong or not one of {@code filters}. */
    public static Paging of(UriInfo uri, String... filters) {
        Violations violations = new Violations();
        Set<String> known = Set.of(filters);
        uri.getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name) && !name.equals(LIMIT) && !name.equals(CURSOR)) {
                violations.add(name, "is not a parameter of this list");
            } else if (values.size() > 1) {
                violations.add(name, "must be given once");
            }
        });
        int limit = limit(uri.getQueryParameters().getFirst(LIMIT), violations);
        String after = after(uri.getQueryParameters().getFirst(CURSOR), violations);
        violations.refuse();
        return new Paging(uri, limit, after);
    }

    /** How many rows to read: one more than the page holds tells whether there is a next one. */
    public int fetch() {
        return limit + 1;
    }

    /** The key of the last row of the page before; empty on the first, which sorts before every code. */
    public String afterText() {
        return after;
    }

    /** The same for lists by number. Ends with VALIDATION_FAILED when the cursor is of another list. */
    public long afterNumber() {
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException foreign) {
            throw Refusal.invalid(CURSOR, "is not a cursor of this list");
        }
    }

    /** A filter by one value of a list of known ones; all of them when it is not given. */
    public <E extends Enum<E>> Set<E> oneOf(String filter, Set<E> known) {
        String wanted = uri.getQueryParameters().getFirst(filter);
        if (wanted == null) {
            return known;
        }
        return known.stream()
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> Refusal.invalid(filter, "must be one of " + known));
    }

    /** A page of rows that are shown as they are. */
    public <T> RestResponse<Page<T>> page(List<T> rows, Function<T, String> key) {
        return page(rows, key, Function.identity());
    }

    /**
     * The page with its {@code Link} header.
     *
     * @param rows at most {@link #fetch()} of them
     * @param key what the next page starts behind
     * @param shown how a row is answered
     */
    public <R, T> RestResponse<Page<T>> page(List<R> rows, Function<R, String> key, Function<R, T> shown) {
        if (rows.size() <= limit) {
            return RestResponse.ok(new Page<>(rows.stream().map(shown).toList(), null));
        }
        List<R> items = rows.subList(0, limit);
        String next = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.apply(items.get(limit - 1)).getBytes(StandardCharsets.UTF_8));
        String link =
                "<" + uri.getRequestUriBuilder().replaceQueryParam(CURSOR, next).build() + ">; rel=\"next\"";
        return RestResponse.ResponseBuilder.ok(
                        new Page<>(items.stream().map(shown).toList(), next))
                .header("Link", link)
                .build();
    }

    private static int limit(@Nullable String text, Violations violations) {
        if (text == null) {
            return USUAL;
        }
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        violations.add(LIMIT, "must be a whole number between 1 and " + MOST);
        return USUAL;
    }

    private static String after(@Nullable String cursor, Violations violations) {
        if (cursor == null) {
            return "";
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!key.isEmpty() && key.indexOf(0) < 0) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        violations.add(CURSOR, "is not a cursor of this list");
        return "";
    }
}
