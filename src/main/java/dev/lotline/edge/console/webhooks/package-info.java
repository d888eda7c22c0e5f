/** Subscriptions of webhooks: made, changed, given a new secret, ended; what each was told, and telling it again. */
@NullMarked
package dev.lotline.edge.console.webhooks;

import org.jspecify.annotations.NullMarked;
