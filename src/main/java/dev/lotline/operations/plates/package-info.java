/**
 * Licence plates: containers with a code of their own, LPN or SSCC, that move as one. A plate holds a part of the stock
 * of its place; it is built, nested and split ({@link dev.lotline.operations.plates.Plates}), and carried by one scan
 * ({@link dev.lotline.operations.plates.Carrying}). Start reading there; the model is explained in record 0014.
 */
@NullMarked
package dev.lotline.operations.plates;

import org.jspecify.annotations.NullMarked;
