package dev.lotline.gs1.link;

import dev.lotline.gs1.AiTable;
import dev.lotline.gs1.ApplicationIdentifier;
import dev.lotline.gs1.ElementString;
import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ElementString.Parsed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A GS1 Digital Link URI, {@code https://id.gs1.org/01/09504000059101/10/AB-123?17=261231} (GS1 Digital Link: URI
 * Syntax). {@link #parse} and {@link #build} are each other's inverse, but for the order of the attributes.
 */
public final class DigitalLink {

    private DigitalLink() {}

    /** True if {@code text} has one of the four schemes; mixed case is no link. */
    public static boolean startsIn(String text) {
        return schemeLength(text) > 0;
    }

    /**
     * Reads a link of any domain. Never throws.
     *
     * @param today decides the century of dates
     * @return null if it is a web address without a key of GS1; it is then looked up as it is
     */
    public static @Nullable Parsed parse(String text, AiTable table, LocalDate today) {
        int scheme = schemeLength(text);
        return scheme == 0 || !Percent.isUri(text) ? null : new LinkReader(text, scheme, table, today).read();
    }

    /**
     * Writes a link: key, qualifiers in their order, attributes by ascending AI. The first key of the content that lets
     * everything else be said opens the path.
     *
     * @param stem where links lead, such as {@code https://id.gs1.org}, without a slash at the end
     * @throws IllegalArgumentException if there is no key, or an element can't be said in a link
     */
    public static String build(ElementString content, String stem, AiTable table) {
        for (Element element : content.elements()) {
            ApplicationIdentifier key = row(element, table);
            if (key.link().key()) {
                String link = written(key, element.value(), content, stem, table);
                if (link != null) {
                    return link;
                }
            }
        }
        throw new IllegalArgumentException("no key of these elements lets the others stand in a GS1 Digital Link");
    }

    /** Of alternative sequences the first that leaves nothing over but attributes. */
    private static @Nullable String written(
            ApplicationIdentifier key, String value, ElementString content, String stem, AiTable table) {
        List<List<String>> sequences = key.link().sequences().isEmpty()
                ? List.of(List.of())
                : key.link().sequences();
        for (List<String> sequence : sequences) {
            List<String> qualifiers =
                    sequence.stream().filter(ai -> content.value(ai) != null).toList();
            StringBuilder link = new StringBuilder(stem);
            appendPath(key.ai(), value, link);
            qualifiers.forEach(ai -> appendPath(ai, Objects.requireNonNull(content.value(ai)), link));
            if (appendQuery(key, qualifiers, content, link, table)) {
                return link.toString();
            }
        }
        return null;
    }

    /** False if something is left that can't stand in a query. */
    private static boolean appendQuery(
            ApplicationIdentifier key,
            List<String> qualifiers,
            ElementString content,
            StringBuilder link,
            AiTable table) {
        List<Element> rest = new ArrayList<>(content.elements());
        rest.removeIf(element -> element.ai().equals(key.ai()) || qualifiers.contains(element.ai()));
        rest.sort(Comparator.comparing(Element::ai));
        char separator = '?';
        for (Element element : rest) {
            if (key.link().qualifiedBy(element.ai(), qualifiers)
                    || !row(element, table).link().attribute()) {
                return false;
            }
            link.append(separator).append(element.ai()).append('=');
            Percent.encode(element.value(), link);
            separator = '&';
        }
        return true;
    }

    private static void appendPath(String ai, String value, StringBuilder link) {
        link.append('/').append(ai).append('/');
        Percent.encode(value, link);
    }

    private static ApplicationIdentifier row(Element element, AiTable table) {
        ApplicationIdentifier row = table.find(element.ai());
        if (row == null) {
            throw new IllegalArgumentException("no application identifier " + element.ai());
        }
        return row;
    }

    private static int schemeLength(String text) {
        if (text.startsWith("http://") || text.startsWith("HTTP://")) {
            return 7;
        }
        return text.startsWith("https://") || text.startsWith("HTTPS://") ? 8 : 0;
    }
}
