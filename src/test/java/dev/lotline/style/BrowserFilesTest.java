package dev.lotline.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What browsers get: others' files are as their makers published them, and no page asks for what its policy forbids. */
class BrowserFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path VENDOR = RESOURCES.resolve("META-INF/resources/vendor");

    /** Styles and scripts inside a page, scripts in attributes, what htmx would make a function of, unescaped text. */
    private static final Pattern FORBIDDEN = Pattern.compile("(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:|hx-on|js:"
            + "|hx-trigger=\"[^\"]*\\[|<script(?![^>]*\\ssrc=)|https?://|\\.raw\\b|\\braw\\(");

    @Test
    void vendored_files_are_listed_with_their_hashes_and_licences() throws IOException, NoSuchAlgorithmException {
        Set<String> listed = new TreeSet<>(Set.of("vendor.json"));
        for (JsonNode file :
                new ObjectMapper().readTree(VENDOR.resolve("vendor.json").toFile())) {
            String name = file.get("file").asText();
            byte[] bytes = Files.readAllBytes(VENDOR.resolve(name));
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(bytes);
            assertEquals(file.get("bytes").asInt(), bytes.length, name);
            assertEquals(file.get("sha384").asText(), Base64.getEncoder().encodeToString(hash), name);
            assertTrue(name.contains(file.get("version").asText()), name);
            assertTrue(file.get("integrity").asText().startsWith("sha512-"), name);
            listed.add(name);
            listed.add(file.get("licenceFile").asText());
        }
        try (Stream<Path> there = Files.list(VENDOR)) {
            assertEquals(
                    listed,
                    new TreeSet<>(
                            there.map(each -> each.getFileName().toString()).toList()));
        }
    }

    @Test
    void no_page_of_the_console_holds_what_its_policy_forbids() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(RESOURCES.resolve("templates/console"))) {
            for (Path page : pages.filter(Files::isRegularFile).sorted().toList()) {
                Matcher matcher = FORBIDDEN.matcher(Files.readString(page));
                while (matcher.find()) {
                    found.add(page + ": " + matcher.group());
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(FORBIDDEN.matcher("<p style=\"x\">").find());
        assertTrue(FORBIDDEN.matcher("<script>1</script>").find());
        assertFalse(FORBIDDEN
                .matcher("<script src=\"/console/console.js\" defer></script>")
                .find());
    }
}
