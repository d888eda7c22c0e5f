/**
 * Labels: what stands on each kind, and the templates that say where. Functions of data; sees {@code gs1}, {@code kernel},
 * {@code edge.printing.zpl} and {@code edge.printing.layout}. Start reading at {@link dev.lotline.edge.printing.label.LabelTemplates}.
 */
@NullMarked
package dev.lotline.edge.printing.label;

import org.jspecify.annotations.NullMarked;
