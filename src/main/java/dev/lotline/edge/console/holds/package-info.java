/** Holds and recalls: what a hold would do, placing it, and what becomes of the goods. */
@NullMarked
package dev.lotline.edge.console.holds;

import org.jspecify.annotations.NullMarked;
