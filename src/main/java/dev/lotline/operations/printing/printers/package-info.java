/**
 * Printers, the groups in which they stand for each other, and the rules that say which prints what. Sees kernel. Start
 * reading at {@link dev.lotline.operations.printing.printers.Printers}.
 */
@NullMarked
package dev.lotline.operations.printing.printers;

import org.jspecify.annotations.NullMarked;
