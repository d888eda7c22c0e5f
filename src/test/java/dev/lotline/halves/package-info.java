/**
 * The two halves of a test run, side by side in a JVM, with an application and a database each. A half is one class for
 * Surefire: given single classes, its forks would start the application anew for each of them.
 */
@org.jspecify.annotations.NullMarked
package dev.lotline.halves;
