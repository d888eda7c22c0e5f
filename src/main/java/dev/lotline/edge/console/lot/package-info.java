/** One lot: where it stands, what happened to it, where it came from and who got it. */
@NullMarked
package dev.lotline.edge.console.lot;

import org.jspecify.annotations.NullMarked;
