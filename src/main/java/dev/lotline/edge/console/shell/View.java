package dev.lotline.edge.console.shell;

import dev.lotline.kernel.Refusal;
import io.quarkus.qute.TemplateExtension;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address is the view: what it does not know it refuses, so that no filter is lost without a word. */
public final class View {
    private View() {}

    /** Ends with VALIDATION_FAILED for another parameter than these. */
    public static void of(UriInfo uri, String... known) {
        Set<String> names = Set.of(known);
        for (String given : uri.getQueryParameters().keySet()) {
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

    /** Null for a field that was left empty. */
    public static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
