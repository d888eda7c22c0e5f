/**
 * Where goods should go, and why there. Looks, and changes nothing. Start reading at
 * {@link dev.lotline.operations.slotting.Slotting}; the order of preference is
 * {@link dev.lotline.operations.slotting.SlottingRules}.
 */
@NullMarked
package dev.lotline.operations.slotting;

import org.jspecify.annotations.NullMarked;
