/**
 * Events out and in by a broker: which one is said when the application starts. Sees operations and kernel. Start reading
 * at {@link dev.lotline.edge.messaging.BusRelay}.
 */
@NullMarked
package dev.lotline.edge.messaging;

import org.jspecify.annotations.NullMarked;
