/**
 * What clients send that nobody should: every writing door is given the same corpus of bad input and must refuse it by
 * name and leave the books as they were; and clients that go away in the middle of a request. Sees the doors and, for
 * the fingerprint, the database. Start with {@link dev.lotline.hostile.BadInputTest}.
 */
package dev.lotline.hostile;
