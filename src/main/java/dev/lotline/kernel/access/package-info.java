/** How people come in at the console: what its pages ask for, whoever keeps the passwords. */
@NullMarked
package dev.lotline.kernel.access;

import org.jspecify.annotations.NullMarked;
