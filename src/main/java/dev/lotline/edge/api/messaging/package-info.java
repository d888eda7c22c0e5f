/**
 * Events out over REST: how they are doing, who is told by webhooks, and what came in and was no good. Sees operations and
 * kernel. Start reading at {@link dev.lotline.edge.api.messaging.OutboxResource}.
 */
@NullMarked
package dev.lotline.edge.api.messaging;

import org.jspecify.annotations.NullMarked;
