/** Places of a warehouse: listed, locked, labelled one by one or by the sheet, brought in by the table; and other sheets. */
@NullMarked
package dev.lotline.edge.console.places;

import org.jspecify.annotations.NullMarked;
