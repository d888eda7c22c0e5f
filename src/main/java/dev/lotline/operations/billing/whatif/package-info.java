/**
 * What a month will cost if the days to come go this way or that. Looks, and changes nothing. Start reading at
 * {@link dev.lotline.operations.billing.whatif.WhatIf}; {@code Course} says what moves.
 */
@NullMarked
package dev.lotline.operations.billing.whatif;

import org.jspecify.annotations.NullMarked;
