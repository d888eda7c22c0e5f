/** Credentials of devices, integrations, merchants and supervisors. */
@NullMarked
package dev.lotline.operations.access;

import org.jspecify.annotations.NullMarked;
