/** Counts and adjustments: what is counted, what differs, and a second person's word on it. */
@NullMarked
package dev.lotline.edge.console.counting;

import org.jspecify.annotations.NullMarked;
