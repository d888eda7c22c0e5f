package dev.lotline.edge.floor.raw;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts for a sentence; what is not known is left out. */
final class ObjectFacts {
    private final Map<String, Object> facts = new LinkedHashMap<>();

    ObjectFacts put(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return facts;
    }
}
