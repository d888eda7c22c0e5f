/**
 * Returns by REST. Sees operations, stock and kernel. Start reading at
 * {@link dev.lotline.edge.api.returns.ReturnResource}.
 */
@NullMarked
package dev.lotline.edge.api.returns;

import org.jspecify.annotations.NullMarked;
