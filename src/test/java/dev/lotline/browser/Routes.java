package dev.lotline.browser;

import dev.lotline.edge.console.shell.ConsolePage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every address of the console that can be asked for, read from the compiled pages, so that none is forgotten. */
final class Routes {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+(?::([^}]*))?}");

    private Routes() {}

    /** Such as {@code /orders/{owner}/{reference}}, in order. */
    static List<String> all() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("dev/lotline/edge/console"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(Routes::type)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(GET.class))
                    .filter(method -> method.isAnnotationPresent(ConsolePage.class)
                            || method.getDeclaringClass().isAnnotationPresent(ConsolePage.class))
                    .filter(Routes::isPage)
                    .map(Routes::path)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an address, with or without a query, is of this route. */
    static boolean fits(String route, String address) {
        String path = address.replaceFirst("\\?.*", "");
        String shape = PARAMETER
                .matcher(route)
                .replaceAll(each -> Matcher.quoteReplacement(each.group(1) == null ? "[^/]+" : each.group(1)));
        return Pattern.matches(shape, path);
    }

    private static Class<?> type(String file) {
        try {
            String name = file.replace('/', '.').substring(0, file.length() - ".class".length());
            return Class.forName(name, false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not a file or a picture. */
    private static boolean isPage(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces made = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
        return made == null || List.of(made.value()).contains(MediaType.TEXT_HTML);
    }

    private static String path(Method method) {
        Path more = method.getAnnotation(Path.class);
        String page = method.getDeclaringClass().getAnnotation(Path.class).value();
        String joined = ("/" + page + "/" + (more == null ? "" : more.value())).replaceAll("/+", "/");
        return joined.equals("/") ? joined : joined.replaceFirst("/$", "");
    }
}
