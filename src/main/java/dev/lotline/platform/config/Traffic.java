package dev.lotline.platform.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much may come in at once, and how much of it is under way. */
public interface Traffic {
    /** Scans that wait for each other: one commit for many. */
    interface Posting {
        /** Batches that are under way at once, per node. */
        @WithDefault("1")
        int writers();

        /** Scans per batch. */
        @WithDefault("64")
        int batch();

        /** Scans that may wait; one more is answered 503. */
        @WithDefault("2048")
        int queue();
    }

    /** Who comes in when more is asked than can be answered. */
    interface Admission {
        /** A scan or a page that would wait longer is answered 503 at once. */
        @WithDefault("300ms")
        Duration patience();

        /** Questions of handhelds that are answered at once, per node. */
        @WithDefault("64")
        int floor();

        /** Pages, documents and dialects that are answered at once, per node; fewer while scans wait. */
        @WithDefault("64")
        int office();

        /** Files, traces and full checks that are made at once, per node; one while scans wait. */
        @WithDefault("4")
        int reports();
    }

    /** Requests. */
    interface Http {
        /** The longest body of everything but photos, which may have 11 MB. */
        @WithDefault("4M")
        MemorySize maxBodySize();
    }
}
