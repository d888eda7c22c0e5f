/**
 * Devices that can only send one raw scan: what is open on each is kept here, and every scan becomes an event as a
 * handheld would have sent it, or switches what is open. Books nothing but through {@code edge.floor}. Start at
 * {@link dev.lotline.edge.floor.raw.RawScans}.
 */
@NullMarked
package dev.lotline.edge.floor.raw;

import org.jspecify.annotations.NullMarked;
