package dev.lotline.edge.messaging;

/**
 * Where a message goes, whatever carries it.
 *
 * @param key messages of one key keep their order
 */
record Address(String topic, String key) {}
