/**
 * What happens when a machine is lost: the packaged application, PostgreSQL's own tools and the simulated shift as
 * processes of their own, killed without a warning. Run by profiles; a default run needs none of it.
 */
@org.jspecify.annotations.NullMarked
package dev.lotline.reliability;
