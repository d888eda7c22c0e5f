package dev.lotline.gs1.scan.text;

import dev.lotline.gs1.ElementString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a device types instead of GS, which no keyboard has. Only characters that no GS1 value may have are allowed, and
 * the spelled-out forms that manuals recommend.
 */
public final class Separators {

    private static final Set<String> ALLOWED = Set.of(
            "~", "^", "#", "|", "$", "@", "[", "\\", "{", "}", "\u00ac", "\u241d", " ", "{GS}", "\\x1d", "\\u001d",
            "^]", "<GS>");

    private static final String COMPOSITE = "|]e0";

    private final List<String> aliases;

    /** @throws IllegalArgumentException if one of them could be part of a value */
    public Separators(List<String> aliases) {
        for (String alias : aliases) {
            if (!isAllowed(alias)) {
                throw new IllegalArgumentException(
                        "gsAliases: \"" + alias + "\" can't stand for GS: values may have it");
            }
        }
        List<String> sorted = new ArrayList<>(aliases);
        sorted.sort(Comparator.comparing(String::length).reversed());
        this.aliases = List.copyOf(sorted);
    }

    /** False for what could be part of a value. */
    public static boolean isAllowed(String alias) {
        return ALLOWED.contains(alias);
    }

    /** The longest first. */
    public List<String> aliases() {
        return aliases;
    }

    /** Every alias replaced by GS, the longest first; the same object if there was none. */
    public String replaced(String text) {
        if (aliases.isEmpty() || !hasAny(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String alias = text.startsWith(COMPOSITE, i) ? null : aliasAt(text, i);
            replaced.append(alias == null ? text.charAt(i) : ElementString.GS);
            i += alias == null ? 1 : alias.length();
        }
        return replaced.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Separators separators && separators.aliases.equals(aliases);
    }

    @Override
    public int hashCode() {
        return aliases.hashCode();
    }

    @Override
    public String toString() {
        return aliases.toString();
    }

    private boolean hasAny(String text) {
        for (int i = 0; i < aliases.size(); i++) {
            if (text.contains(aliases.get(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String aliasAt(String text, int at) {
        for (int i = 0; i < aliases.size(); i++) {
            if (text.startsWith(aliases.get(i), at)) {
                return aliases.get(i);
            }
        }
        return null;
    }
}
