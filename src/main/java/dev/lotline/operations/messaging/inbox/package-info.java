/**
 * What comes in by a broker: each message once, whatever is sent twice; what can't be done is kept with its reason. Sees
 * kernel. Start reading at {@link dev.lotline.operations.messaging.inbox.Inbox}.
 */
@NullMarked
package dev.lotline.operations.messaging.inbox;

import org.jspecify.annotations.NullMarked;
