package dev.lotline.platform.admission;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests that are refused together, the last first when it gets tight. */
enum WorkClass {
    /** What a person with goods in hand waits for, and what must not be lost: scans, holds, what a printer says. */
    SCAN,

    /** What a handheld asks between two scans. */
    FLOOR,

    /** Pages, documents and the dialects. */
    OFFICE,

    /** Whole tables: files, traces, imports, full checks. */
    REPORT;

    private static final String FLOOR_DOORS = "/floor/";

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The class of a request by its head; null = never refused here: health and metrics, files that lie about, and lines
     * that stay open, which have bounds of their own.
     *
     * @param query as sent, null when there is none
     * @param accept the header, null when there is none
     */
    static @Nullable WorkClass of(HttpMethod method, String path, @Nullable String query, @Nullable String accept) {
        if (stays(path, accept) || (method == HttpMethod.GET && lies(path))) {
            return null;
        }
        if (path.startsWith(FLOOR_DOORS)) {
            return path.equals("/floor/events") || path.equals("/floor/scans") ? SCAN : FLOOR;
        }
        if (method == HttpMethod.POST && mustPass(path)) {
            return SCAN;
        }
        return whole(path, query) ? REPORT : OFFICE;
    }

    private static boolean stays(String path, @Nullable String accept) {
        return (accept != null && accept.contains("text/event-stream")) || path.startsWith("/api/v1/printing/relay/");
    }

    private static boolean lies(String path) {
        return path.startsWith("/q/") || path.startsWith("/vendor/") || path.startsWith("/console/console.");
    }

    private static boolean mustPass(String path) {
        return path.equals("/api/v1/holds");
    }

    private static boolean whole(String path, @Nullable String query) {
        return path.endsWith(".csv")
                || path.endsWith(".xlsx")
                || path.endsWith("/trace")
                || path.endsWith("/invariants")
                || path.endsWith("/import")
                || (query != null && (query.contains("format=csv") || query.contains("format=xlsx")));
    }
}
