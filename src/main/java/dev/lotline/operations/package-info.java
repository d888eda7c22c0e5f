/**
 * What people do: one package per process, none imports another. Sees stock, kernel and gs1. Start reading at
 * {@code dev.lotline.operations.receiving}.
 */
@NullMarked
package dev.lotline.operations;

import org.jspecify.annotations.NullMarked;
