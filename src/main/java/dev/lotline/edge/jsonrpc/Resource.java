package dev.lotline.edge.jsonrpc;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** What can be called under one name, such as {@code inventory}. */
public interface Resource {
    String name();

    /** By method name, such as {@code list}; the same all the time. */
    Map<String, Method> methods();

    /** @param needs what the caller must be allowed to do */
    record Method(Capability needs, Body body) {}

    /** Answers the result as the client reads it. Ends with a {@code Refusal} or an {@link RpcFault}. */
    interface Body {
        Uni<?> call(Call call);
    }

    /**
     * @param language of sentences, as an IETF tag
     * @param key what the client sent to have a command done once; made for this call when it sent none
     */
    record Call(Actor actor, Arguments arguments, String language, String key) {}
}
