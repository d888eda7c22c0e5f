/**
 * Kinds of labels, rolls and dots, and what a layout must keep to: sizes, quiet zones, modules; and the picture of a label.
 * Functions of what was drawn; sees {@code gs1} and {@code edge.printing.zpl}. Start reading at
 * {@link dev.lotline.edge.printing.layout.LabelLint}.
 */
@NullMarked
package dev.lotline.edge.printing.layout;

import org.jspecify.annotations.NullMarked;
