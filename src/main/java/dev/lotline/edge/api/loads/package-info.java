/**
 * Loads by REST, in the words of Fluent Commerce's jobs and batches. Sees operations and kernel. Start reading at {@link
 * dev.lotline.edge.api.loads.LoadResource}.
 */
@NullMarked
package dev.lotline.edge.api.loads;

import org.jspecify.annotations.NullMarked;
