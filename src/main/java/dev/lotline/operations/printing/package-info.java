/**
 * What is to be printed and what became of it: requests that the books left behind, the queue of every printer, labels
 * with their serials, and what people decide about them. Draws nothing and talks to no printer; that is done by
 * {@code edge.printing}. Start reading at {@link dev.lotline.operations.printing.PrintQueue}.
 */
@NullMarked
package dev.lotline.operations.printing;

import org.jspecify.annotations.NullMarked;
