package dev.lotline.gs1.scan;

/** How far a scan can be trusted. */
public enum Outcome {
    /** Usable. */
    OK,
    /** Usable, and the operator is told what is odd. */
    WARN,
    /** Never books anything. */
    REJECT,
    /** No structure to rely on: the text has to be looked up. */
    LOOKUP
}
