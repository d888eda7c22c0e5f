/**
 * A label printer without paper: speaks port 9100 as a Zebra does, keeps every label, and can be given every fault that a
 * printer on a dock has. JDK only, with a grammar of its own, so that it does not share the mistakes of what it tests.
 */
package lotline.printer;
