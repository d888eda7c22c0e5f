/** Work that must not be done by the threads that answer scans. */
@NullMarked
package dev.lotline.kernel.work;

import org.jspecify.annotations.NullMarked;
