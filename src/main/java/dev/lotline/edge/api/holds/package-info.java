/**
 * Holds by REST: placed, asked about, listed, decided upon. Sees operations and kernel. Start reading at
 * {@link dev.lotline.edge.api.holds.HoldResource}.
 */
@NullMarked
package dev.lotline.edge.api.holds;

import org.jspecify.annotations.NullMarked;
