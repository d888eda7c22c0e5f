/**
 * Labels we print ourselves and their check characters. Functions of text; keys are arguments. Sees {@code gs1.check}.
 * Start reading with {@link dev.lotline.gs1.own.LicencePlate}.
 */
@NullMarked
package dev.lotline.gs1.own;

import org.jspecify.annotations.NullMarked;
