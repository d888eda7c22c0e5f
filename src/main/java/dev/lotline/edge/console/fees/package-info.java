/** What storage costs an owner, down to quantity × rate ÷ days, and what it would cost otherwise. */
@NullMarked
package dev.lotline.edge.console.fees;

import org.jspecify.annotations.NullMarked;
