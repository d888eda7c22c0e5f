/**
 * What a month costs an owner, page by page, however large the house. Sees what fees are made of, and kernel. Start reading at
 * {@link dev.lotline.operations.billing.pages.FeePages}.
 */
@NullMarked
package dev.lotline.operations.billing.pages;

import org.jspecify.annotations.NullMarked;
