/**
 * Stock against its dates, read: what expires soon, and what will expire before it is sold. The
 * reading and the rules are those of {@code operations.shelflife}. Start reading at
 * {@link dev.lotline.edge.api.expiry.ExpiryResource}.
 */
@NullMarked
package dev.lotline.edge.api.expiry;

import org.jspecify.annotations.NullMarked;
