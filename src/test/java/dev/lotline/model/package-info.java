/**
 * The stock of a house once more, in plain Java and small numbers, written from the rules and not from the database
 * functions; and a runner that plays random sequences of operations against both and compares every total after each
 * step. What differs is shrunk to a short sequence. Start with {@link dev.lotline.model.ModelTest}.
 */
package dev.lotline.model;
