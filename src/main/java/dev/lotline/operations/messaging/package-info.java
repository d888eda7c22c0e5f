/**
 * What is to be told to the world, by whom and how far it has come. Sees kernel and the outbox; the doors that really
 * tell are in {@code edge.messaging}. Start reading at {@link dev.lotline.operations.messaging.Outbox}.
 */
@NullMarked
package dev.lotline.operations.messaging;

import org.jspecify.annotations.NullMarked;
