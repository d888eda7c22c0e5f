package dev.lotline.gs1.scan;

/** The language a barcode is written in. */
public enum Carrier {
    /** GS1 element string. */
    GS1,
    /** EAN-13, EAN-8 or UPC-A: a trade item number alone. */
    EAN,
    /** ITF-14: a trade item number alone. */
    ITF,
    /** One of our own labels, recognised by its prefix. */
    OWN,
    /** Bracketed, human readable element string. */
    HRI,
    /** A web address; never opened. */
    URL,
    /** Anything else. */
    PLAIN
}
