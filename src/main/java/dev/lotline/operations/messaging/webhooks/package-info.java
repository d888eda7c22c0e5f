/**
 * Who wants to be told by HTTP, and every message on its way there. Sees kernel and the outbox. Start reading at
 * {@link dev.lotline.operations.messaging.webhooks.Deliveries}.
 */
@NullMarked
package dev.lotline.operations.messaging.webhooks;

import org.jspecify.annotations.NullMarked;
