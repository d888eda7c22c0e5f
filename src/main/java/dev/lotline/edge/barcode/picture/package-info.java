/**
 * From a photo to the symbols in it: header first, then grey values, then one attempt after another until one finds
 * something or time is up. Plain Java around ZXing's decoders. Start reading at
 * {@link dev.lotline.edge.barcode.picture.PhotoReader}.
 */
@NullMarked
package dev.lotline.edge.barcode.picture;

import org.jspecify.annotations.NullMarked;
