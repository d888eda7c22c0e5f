/**
 * Who comes in and who must go: what doors ask for, whoever keeps passwords and tokens. People at the console start at
 * {@link dev.lotline.kernel.access.SignIn}.
 */
@NullMarked
package dev.lotline.kernel.access;

import org.jspecify.annotations.NullMarked;
