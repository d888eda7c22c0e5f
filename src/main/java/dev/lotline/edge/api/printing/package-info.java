/**
 * REST doors of printers, jobs and labels. Sees operations and kernel. Start reading at
 * {@link dev.lotline.edge.api.printing.PrinterResource}.
 */
@NullMarked
package dev.lotline.edge.api.printing;

import org.jspecify.annotations.NullMarked;
