package dev.lotline.edge.graphql.door;

import java.util.Map;
import org.eclipse.microprofile.graphql.GraphQLException;

/** Something a client must hear beside the data it asked for, such as that a second person decides. */
public final class Told extends GraphQLException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> facts;

    public Told(String code, String sentence, Map<String, Object> facts, Object data) {
        super(sentence, data);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    String code() {
        return code;
    }

    Map<String, Object> facts() {
        return facts;
    }
}
