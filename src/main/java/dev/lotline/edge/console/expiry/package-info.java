/** Stock against its dates: what has expired, what will soon, what will before it is sold, and the year ahead. */
@NullMarked
package dev.lotline.edge.console.expiry;

import org.jspecify.annotations.NullMarked;
