/**
 * The database around the ledger: the embedded PostgreSQL, what is checked before it is trusted, partitions made ahead.
 * Sees kernel only; nobody imports it. Start reading at {@link dev.lotline.platform.database.EmbeddedDatabase}.
 */
@NullMarked
package dev.lotline.platform.database;

import org.jspecify.annotations.NullMarked;
