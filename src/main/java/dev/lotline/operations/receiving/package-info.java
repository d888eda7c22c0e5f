/**
 * Inbound documents: what is announced, how far it has come, and how it ends. Sees stock and kernel. Start reading at
 * {@link dev.lotline.operations.receiving.Announcing}.
 */
@NullMarked
package dev.lotline.operations.receiving;

import org.jspecify.annotations.NullMarked;
