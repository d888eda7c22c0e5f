package dev.lotline.edge.console.shell.table;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import java.util.function.Function;

/** A message of a bundle, in the language of whoever reads it. */
@FunctionalInterface
public interface Text {
    String in(Locale language);

    /** For example {@code Text.of(Words.class, Words::sku)}. */
    static <B> Text of(Class<B> bundle, Function<B, String> message) {
        return language -> message.apply(words(bundle, language));
    }

    /** A whole bundle in a language. */
    static <B> B words(Class<B> bundle, Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.getLanguage()));
    }
}
