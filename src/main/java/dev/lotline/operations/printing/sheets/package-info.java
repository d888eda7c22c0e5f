/** What stands on sheets of labels that nobody's queue prints. */
@NullMarked
package dev.lotline.operations.printing.sheets;

import org.jspecify.annotations.NullMarked;
