/**
 * ZPL, the language of label printers: what may be written into a label, and how a label is read back. Functions of text;
 * sees {@code gs1} and {@code kernel}. Start reading at {@link dev.lotline.edge.printing.zpl.ZplField}.
 */
@NullMarked
package dev.lotline.edge.printing.zpl;

import org.jspecify.annotations.NullMarked;
