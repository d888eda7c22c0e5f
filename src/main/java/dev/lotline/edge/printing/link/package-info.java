/**
 * The wire to a printer: bytes out, status in, and what a status means. Plain Java and blocking, one printer and one thread
 * at a time; knows nothing of jobs. Start reading at {@link dev.lotline.edge.printing.link.PrinterLink}.
 */
@NullMarked
package dev.lotline.edge.printing.link;

import org.jspecify.annotations.NullMarked;
