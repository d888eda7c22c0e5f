/**
 * Cart runs: many orders released together, picked in one walk, each into its own tote; and who has which work. Sees
 * stock and kernel. Start reading at {@link dev.lotline.operations.waves.Waving}.
 */
@NullMarked
package dev.lotline.operations.waves;

import org.jspecify.annotations.NullMarked;
