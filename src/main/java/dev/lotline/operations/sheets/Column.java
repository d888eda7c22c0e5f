package dev.lotline.operations.sheets;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param name what its header says
 * @param value text, number or date of a row; null = an empty cell
 */
public record Column<T>(String name, Function<T, @Nullable Object> value) {}
