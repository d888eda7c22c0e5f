package dev.lotline.operations.sheets;

import java.util.List;

/** A file that grows by rows. Answers what has become of them so far; the header comes with the first answer. */
interface Rows<T> {
    byte[] add(List<T> rows);

    /** What is left to be written; nothing can be added any more. */
    byte[] end();
}
