package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A word that is told of stock: the first whose comparison holds, or the last. In JSON it is the word. */
public final class Choice<E extends Enum<E>> implements Told {
    private enum Sign {
        OVER(">"),
        UNDER("<"),
        EQUAL("=");

        private final String text;

        Sign(String text) {
            this.text = text;
        }
    }

    /** A word and the comparison that it takes. */
    record Case<E extends Enum<E>>(E word, Figure left, Sign sign, Figure right) {
        static <E extends Enum<E>> Case<E> over(E word, Figure left, Figure right) {
            return new Case<>(word, left, Sign.OVER, right);
        }

        static <E extends Enum<E>> Case<E> under(E word, Figure left, Figure right) {
            return new Case<>(word, left, Sign.UNDER, right);
        }

        static <E extends Enum<E>> Case<E> none(E word, Figure figure) {
            return new Case<>(word, figure, Sign.EQUAL, Figure.ZERO);
        }

        private boolean holds() {
            BigDecimal one = left.value();
            int order = one.compareTo(right.value());
            return switch (sign) {
                case OVER -> order > 0;
                case UNDER -> order < 0;
                case EQUAL -> order == 0;
            };
        }

        private String text() {
            return word + " if " + left.inFormula() + " " + sign.text + " " + right.inFormula();
        }
    }

    private final String name;
    private final List<Case<E>> cases;
    private final E otherwise;

    private Choice(String name, List<Case<E>> cases, E otherwise) {
        this.name = name;
        this.cases = cases;
        this.otherwise = otherwise;
    }

    static <E extends Enum<E>> Choice<E> of(String name, List<Case<E>> cases, E otherwise) {
        return new Choice<>(name, cases, otherwise);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    @JsonValue
    public E value() {
        return cases.stream().filter(Case::holds).findFirst().map(Case::word).orElse(otherwise);
    }

    /** The cases in their order, such as {@code OUT_OF_STOCK if available = 0; else FULL_STOCK}. */
    @Override
    public String formula() {
        return cases.stream().map(each -> each.text() + "; ").collect(Collectors.joining()) + "else " + otherwise;
    }

    @Override
    public Map<String, Figure> operands() {
        Map<String, Figure> found = new LinkedHashMap<>();
        cases.forEach(each -> {
            each.left().addTo(found);
            each.right().addTo(found);
        });
        return found;
    }

    @Override
    public String toString() {
        return value().name();
    }
}
