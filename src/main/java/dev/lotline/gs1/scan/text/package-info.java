/**
 * What is done to the characters of a scan before anybody asks what they mean. Functions of text. Start reading with
 * {@link dev.lotline.gs1.scan.text.ScanText}.
 */
@NullMarked
package dev.lotline.gs1.scan.text;

import org.jspecify.annotations.NullMarked;
