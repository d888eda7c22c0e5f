package dev.lotline.operations.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted. What is not {@code @Nullable} is there once {@link CountRules#shape} has passed.
 *
 * @param abc class of the items by what was picked of them lately: A, B or C
 * @param locations empty = all
 * @param size most lines
 * @param seed the same seed over the same stock gives the same random plan; null = another one every time
 */
public record NewCount(
        String warehouse,
        String basis,
        @Nullable String owner,
        @Nullable String sku,
        @Nullable String zone,
        @Nullable String abc,
        List<String> locations,
        Integer size,
        @Nullable String seed,
        @Nullable String note) {

    /** Lines of a plan that does not say how many. */
    public static final int USUAL_SIZE = 100;

    public NewCount {
        locations = locations == null ? List.of() : locations;
        size = size == null ? Integer.valueOf(USUAL_SIZE) : size;
    }
}
