/**
 * Stock against its dates, read: what expires soon, and what will expire before it is sold. Sees kernel and
 * {@code edge.api}; changes nothing. Start reading at {@link dev.lotline.edge.api.expiry.ExpiryResource}, then
 * {@link dev.lotline.edge.api.expiry.ExpiryRules}.
 */
@NullMarked
package dev.lotline.edge.api.expiry;

import org.jspecify.annotations.NullMarked;
