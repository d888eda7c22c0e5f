package dev.lotline.kernel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words for a code, in the reader's language, from {@code messages*.properties}. {@code {lot}} stands for a fact;
 * {@code [Lot {lot}|The lot]} is the first wording when all its facts are known, else the second; {@code [ at
 * {location}]} is left out when they are not.
 */
public final class Sentences {
    /** The languages there are; the first is spoken when none of the reader's is among them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private static final Pattern CHOICE = Pattern.compile("\\[([^|\\]]*)(?:\\|([^\\]]*))?\\]");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern SPACES = Pattern.compile(" {2,}| (?=[.,])");
    private static final int LONGEST_FACT = 120;
    private static final int LONGEST_HEADER = 200;
    private static final ResourceBundle.Control ONLY_THIS_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, ResourceBundle> WORDS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Sentences::bundle));
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private Sentences() {}

    public static String of(RefusalCode code, Map<String, ?> facts, Locale language) {
        return of(code.name(), facts, language);
    }

    /** The sentence of a refusal or of a success such as {@code RECEIVED}; the key itself when it has none. */
    public static String of(String key, Map<String, ?> facts, Locale language) {
        ResourceBundle words = words(language);
        if (!words.containsKey(key)) {
            return key;
        }
        String chosen = CHOICE.matcher(words.getString(key))
                .replaceAll(part -> Matcher.quoteReplacement(choose(part.group(1), part.group(2), facts)));
        String filled =
                FACT.matcher(chosen).replaceAll(fact -> Matcher.quoteReplacement(shown(facts.get(fact.group(1)))));
        return SPACES.matcher(filled).replaceAll(gap -> gap.group().length() > 1 ? " " : "");
    }

    /** The best of our languages for an {@code Accept-Language} header; English when there is none or it is nonsense. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return LANGUAGES.get(0);
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? LANGUAGES.get(0) : found;
        } catch (IllegalArgumentException nonsense) {
            return LANGUAGES.get(0);
        }
    }

    private static String choose(String wording, @Nullable String otherwise, Map<String, ?> facts) {
        boolean known = FACT.matcher(wording).results().allMatch(fact -> facts.get(fact.group(1)) != null);
        return known ? wording : otherwise == null ? "" : otherwise;
    }

    private static String shown(@Nullable Object fact) {
        if (fact == null) {
            return "";
        }
        String text = fact instanceof Number number
                ? Quantity.plain(new BigDecimal(number.toString())).toPlainString()
                : fact.toString();
        String cut = text.length() > LONGEST_FACT ? text.substring(0, LONGEST_FACT) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    /** Asked for several times a scan, so kept: looking a bundle up costs more than filling its sentence. */
    private static ResourceBundle words(Locale language) {
        ResourceBundle words = WORDS.get(language.getLanguage());
        return words == null ? ENGLISH : words;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("messages", language, Sentences.class.getClassLoader(), ONLY_THIS_LANGUAGE);
    }
}
