/**
 * From data to dark and light modules, and from those to PNG or SVG. Plain Java around ZXing's encoders, no I/O. Start
 * reading at {@link dev.lotline.gs1.drawing.SymbolKind}.
 */
@NullMarked
package dev.lotline.gs1.drawing;

import org.jspecify.annotations.NullMarked;
