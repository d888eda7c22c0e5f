/**
 * Simulated handhelds that work a shift through the HTTP doors and check what they were told. JDK only; start reading
 * at {@link lotline.simulators.Shift}.
 */
package lotline.simulators;
