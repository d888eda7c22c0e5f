/** Nouns, people, keys, policies and rate plans, administered. What is dangerous asks for the password again. */
@NullMarked
package dev.lotline.edge.console.admin;

import org.jspecify.annotations.NullMarked;
