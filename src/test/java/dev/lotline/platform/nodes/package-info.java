/** Several packaged applications on one database: the profile {@code nodes}. Start reading at NodesRun. */
@org.jspecify.annotations.NullMarked
package dev.lotline.platform.nodes;
