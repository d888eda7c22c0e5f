/**
 * Who comes in when more is asked than can be answered: scans before pages before reports. What can't be served soon is
 * refused at once, before anything is done for it.
 */
@NullMarked
package dev.lotline.platform.admission;

import org.jspecify.annotations.NullMarked;
