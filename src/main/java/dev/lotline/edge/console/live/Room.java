package dev.lotline.edge.console.live;

import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.edge.console.shell.live.Topic;
import dev.lotline.edge.console.shell.live.Topic.Part;
import dev.lotline.edge.console.shell.live.Topic.Parts;
import dev.lotline.edge.console.shell.live.Topic.Viewer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A view that somebody looks at, as it was sent last; one for all who see the same. */
final class Room {
    /** What rooms are told apart by. */
    record Door(Topic topic, String argument, Viewer viewer) {}

    /**
     * What is new.
     *
     * @param stale there are other parts than before: an open page can't be mended
     */
    record News(List<Part> parts, boolean stale) {
        static final News NONE = new News(List.of(), false);

        boolean nothing() {
            return parts.isEmpty() && !stale;
        }
    }

    private final Door door;
    private volatile @Nullable Parts sent;
    private volatile boolean changed = true;
    private boolean faulty;

    Room(Door door) {
        this.door = door;
    }

    void hear(List<Change> changes) {
        boolean concerned = changes.stream()
                .filter(change -> door.viewer().scope().coversWarehouse(change.warehouse())
                        && (change.owner() == null || door.viewer().scope().coversOwner(change.owner())))
                .anyMatch(change ->
                        change.topic().equals(Change.ANY) || door.topic().concerned(change, door.argument()));
        if (concerned) {
            changed = true;
        }
    }

    boolean isChanged() {
        return changed;
    }

    /** Looks again, and answers what differs from what was sent last. */
    Uni<News> look() {
        changed = false;
        return door.topic()
                .parts(door.argument(), door.viewer())
                .map(now -> {
                    Parts before = sent;
                    sent = now;
                    return before == null ? News.NONE : news(before, now);
                })
                .onFailure()
                .invoke(fault -> changed = true);
    }

    private static News news(Parts before, Parts now) {
        if (before.version().equals(now.version()) && before.shape().equals(now.shape())) {
            return News.NONE;
        }
        var known = before.parts().stream().collect(Collectors.toMap(Part::id, Part::html, (one, same) -> one));
        return new News(
                now.parts().stream()
                        .filter(part ->
                                known.containsKey(part.id()) && !Objects.equals(known.get(part.id()), part.html()))
                        .toList(),
                !before.shape().equals(now.shape()));
    }

    /** What somebody lacks who has this version of the view; everything when nobody knows. */
    News lacking(String version) {
        Parts now = sent;
        if (now == null || version.equals(version(now))) {
            return News.NONE;
        }
        int dot = version.indexOf('.');
        boolean other = dot > 0 && !version.substring(dot + 1).equals(now.shape());
        return new News(now.parts(), other);
    }

    /** Whether it could be made until now. */
    boolean firstFault() {
        boolean first = !faulty;
        faulty = true;
        return first;
    }

    String version() {
        Parts now = sent;
        return now == null ? "" : version(now);
    }

    private static String version(Parts parts) {
        return parts.version() + "." + parts.shape();
    }

    boolean isMade() {
        return sent != null;
    }
}
