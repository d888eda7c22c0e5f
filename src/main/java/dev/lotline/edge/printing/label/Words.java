package dev.lotline.edge.printing.label;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What labels say in words, in the languages they come in. */
final class Words {
    private static final Locale OTHER = Locale.forLanguageTag("es");
    /** Kept: looking a bundle up costs a tenth of a label. */
    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Words() {}

    static String of(String name, Locale language) {
        return BUNDLES.computeIfAbsent(language, Words::bundle).getString(name);
    }

    /** The second language of a label that says it twice. */
    static Locale other(Locale language) {
        return language.getLanguage().equals(OTHER.getLanguage()) ? Locale.ENGLISH : OTHER;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "label.words",
                language,
                Objects.requireNonNull(Words.class.getClassLoader()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
