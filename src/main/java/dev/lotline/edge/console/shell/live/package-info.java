/**
 * What a page says of itself so that it can stay up to date while it is open. Whoever has a page that is live makes a
 * {@link dev.lotline.edge.console.shell.live.Topic}.
 */
@NullMarked
package dev.lotline.edge.console.shell.live;

import org.jspecify.annotations.NullMarked;
