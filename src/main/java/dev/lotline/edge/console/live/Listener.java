package dev.lotline.edge.console.live;

import dev.lotline.edge.console.live.Room.News;
import dev.lotline.edge.console.shell.live.Topic.Part;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page that is open: the rooms it looks into, and the way to it. */
final class Listener {
    /**
     * A message on its way.
     *
     * @param id where the page can go on after it lost the stream
     * @param name of the event; empty = parts of the page
     */
    record Message(String id, String name, String data) {}

    private final String cookie;
    private final List<Room> rooms;
    private final String known;
    private final MultiEmitter<? super Message> emitter;
    private boolean welcomed;

    /** @param known versions of the rooms that the page has, in their order; empty = nobody knows */
    Listener(String cookie, List<Room> rooms, String known, MultiEmitter<? super Message> emitter) {
        this.cookie = cookie;
        this.rooms = rooms;
        this.known = known;
        this.emitter = emitter;
    }

    String cookie() {
        return cookie;
    }

    List<Room> rooms() {
        return rooms;
    }

    /** What is new in its rooms, as one message; the first time, what has happened since the page was made. */
    void tell(Map<Room, News> news, long sequence) {
        if (rooms.stream().anyMatch(room -> !room.isMade())) {
            return;
        }
        boolean first = !welcomed;
        welcomed = true;
        String[] versions = known.split("-", -1);
        StringBuilder parts = new StringBuilder();
        boolean stale = false;
        for (int n = 0; n < rooms.size(); n++) {
            Room room = rooms.get(n);
            News one =
                    first ? room.lacking(n < versions.length ? versions[n] : "") : news.getOrDefault(room, News.NONE);
            one.parts().forEach(part -> parts.append(partial(part)));
            stale |= one.stale();
        }
        if (!parts.isEmpty() || first) {
            send(sequence, "", parts.toString());
        }
        if (stale) {
            send(sequence, "stale", "");
        }
    }

    private void send(long sequence, String name, String data) {
        String versions = rooms.stream().map(Room::version).collect(Collectors.joining("-"));
        emitter.emit(new Message(sequence + "_" + versions, name, data));
    }

    void send(String name, String data) {
        emitter.emit(new Message("", name, data));
    }

    void end() {
        emitter.complete();
    }

    /** Morphed into the page, so that focus and selection stay where they are. */
    private static String partial(Part part) {
        return "<hx-partial hx-target=\"[id='" + part.id() + "']\" hx-swap=\"outerMorph\">" + part.html()
                + "</hx-partial>";
    }
}
