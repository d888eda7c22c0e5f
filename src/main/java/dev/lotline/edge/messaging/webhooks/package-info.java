/**
 * Events out by HTTP: written for whom they concern, signed, sent, tried again. Sees operations and kernel. Start reading
 * at {@link dev.lotline.edge.messaging.webhooks.Sender}.
 */
@NullMarked
package dev.lotline.edge.messaging.webhooks;

import org.jspecify.annotations.NullMarked;
