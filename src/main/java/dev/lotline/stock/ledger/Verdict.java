package dev.lotline.stock.ledger;

/** What became of a scan: done, done but unusual, or refused and nothing changed. */
public enum Verdict {
    OK,
    WARN,
    REFUSED
}
