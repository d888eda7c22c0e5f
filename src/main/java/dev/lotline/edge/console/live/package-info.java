/**
 * Open pages that stay up to date: one look at what was committed four times a second, whoever listens; each view made
 * once for all who look at it. Start reading at {@link dev.lotline.edge.console.live.Live}.
 */
@NullMarked
package dev.lotline.edge.console.live;

import org.jspecify.annotations.NullMarked;
