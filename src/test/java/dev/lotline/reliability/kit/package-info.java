/** Processes that a run starts, kills and asks: a PostgreSQL server, the packaged application, a simulated shift. */
@org.jspecify.annotations.NullMarked
package dev.lotline.reliability.kit;
