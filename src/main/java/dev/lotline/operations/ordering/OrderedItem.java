package dev.lotline.operations.ordering;

/**
 * What an order must know of an item.
 *
 * @param active may be ordered: its status is ACTIVE and it is not archived
 * @param decimals most decimals its units may have
 */
record OrderedItem(long id, String sku, boolean tracking, boolean lotTracked, boolean active, int decimals) {}
