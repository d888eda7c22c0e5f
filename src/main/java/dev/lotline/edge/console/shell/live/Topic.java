package dev.lotline.edge.console.shell.live;

import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A view that is live. Its parts are made once for all who look at the same with the same eyes, and sent to each; a part
 * takes the place of the element with its id.
 */
public interface Topic {
    /** The eyes: who shares them sees the same figures in the same words. */
    record Viewer(Scope scope, Set<Capability> capabilities, Locale language) {}

    record Part(String id, String html) {}

    /**
     * A view as it is now.
     *
     * @param version differs when any part does, and is the same on every node
     * @param shape differs when there are other parts: then an open page can't be mended and says so
     */
    record Parts(String version, String shape, List<Part> parts) {}

    /** Word in the address of the stream. */
    String name();

    Capability needs();

    /** Ends with a refusal for an argument that is nonsense or outside the scope. */
    void check(String argument, Scope scope);

    /** Whether a view may look different after it; yes when in doubt. */
    boolean concerned(Change change, String argument);

    Uni<Parts> parts(String argument, Viewer viewer);
}
