/**
 * The console as people see it: in the chromium of this machine, driven by Playwright. {@code -Dlotline.test.browser=}
 * names another executable. Without one these tests say that they were skipped; where {@code LOTLINE_TEST_BROWSER} is
 * {@code required}, as in the project's automation, they fail.
 */
@org.jspecify.annotations.NullMarked
package dev.lotline.browser;
