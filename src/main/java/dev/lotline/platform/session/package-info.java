/** People at the console: passwords, sessions, and the cookie by which a browser says whose it is. */
@NullMarked
package dev.lotline.platform.session;

import org.jspecify.annotations.NullMarked;
