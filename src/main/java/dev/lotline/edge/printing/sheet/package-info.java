/** Labels of a kind side by side on office paper, or one after the other for a roll. */
@NullMarked
package dev.lotline.edge.printing.sheet;

import org.jspecify.annotations.NullMarked;
