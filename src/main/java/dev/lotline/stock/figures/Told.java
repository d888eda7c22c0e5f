package dev.lotline.stock.figures;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that is told of stock and can say how it came about. */
public sealed interface Told permits Figure, Choice {
    /** As it is called where it is told. */
    String name();

    /** A number of units or a word. */
    Object value();

    /** How it was computed, in the names of its {@link #operands}; capitals are booked, the rest is told itself. */
    String formula();

    /** What stands in the formula, by name, in its order. */
    Map<String, Figure> operands();

    /** Those that are told: a figure of the whole house is null where one warehouse is asked for. */
    static Stream<Told> all(@Nullable Told... told) {
        return Stream.of(told).filter(Objects::nonNull);
    }
}
