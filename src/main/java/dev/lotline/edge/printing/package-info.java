/**
 * Labels that come out right and printers that tell the truth: drawing, sending, finding out. What is to be printed is
 * decided in {@code operations.printing}. Start reading at {@link dev.lotline.edge.printing.work.PrintWorker}.
 */
@NullMarked
package dev.lotline.edge.printing;

import org.jspecify.annotations.NullMarked;
