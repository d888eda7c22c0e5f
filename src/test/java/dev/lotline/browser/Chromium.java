package dev.lotline.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One browser for the whole run; it ends with its driver, and that with this JVM. */
final class Chromium {
    private static final Path EXECUTABLE = Path.of(System.getProperty("browser.program", "/usr/bin/chromium"));
    private static @Nullable Browser browser;

    private Chromium() {}

    /** Ends the test where there is no browser: as failed where one is required, as skipped elsewhere. */
    static synchronized Browser running() {
        if (browser == null) {
            boolean there = Files.isExecutable(EXECUTABLE);
            String missing = "no browser at " + EXECUTABLE + "; -Dbrowser.program= says where one is";
            if ("required".equals(System.getenv("BROWSER_TESTS"))) {
                assertTrue(there, missing);
            }
            assumeTrue(there, missing);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            boolean root = "root".equals(System.getProperty("user.name"));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(EXECUTABLE)
                            .setArgs(root ? List.of("--no-sandbox") : List.of()));
        }
        return browser;
    }
}
