package dev.lotline.operations.receiving;

/**
 * What a receiving order must know of an item.
 *
 * @param active may be announced: its status is ACTIVE and it is not archived
 * @param decimals most decimals its units may have
 */
record AnnouncedItem(long id, String sku, boolean tracking, boolean lotTracked, boolean active, int decimals) {}
