/**
 * Storage fees that explain every cent. Sees stock and kernel. Days are closed by {@code StorageClose}; what a month
 * costs, and why, is told by {@code StorageFees}; plans live in {@code plan}, what they measure in {@code measuring}, what
 * that costs in {@code rating}.
 */
@NullMarked
package dev.lotline.operations.billing;

import org.jspecify.annotations.NullMarked;
