/**
 * The console as people see it: in the chromium of this machine, driven by Playwright. {@code -Dbrowser.program=}
 * names another executable. Without one these tests say that they were skipped; where {@code BROWSER_TESTS} is
 * {@code required}, as in the project's automation, they fail.
 */
@org.jspecify.annotations.NullMarked
package dev.lotline.browser;
