/**
 * Interrupts to handhelds: an open stream per device. Sees operations and kernel. Start reading at
 * {@link dev.lotline.edge.floor.stream.Streams}.
 */
@NullMarked
package dev.lotline.edge.floor.stream;

import org.jspecify.annotations.NullMarked;
