package dev.lotline.given;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.LoadedTypeInitializer;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets REST Assured compile each JSON path once. It hands the text of a path to a new {@link GroovyShell} for every
 * question to every answer, and compiling it is a quarter to a half of what the test thread does.
 */
public final class PathsCompiledOnce implements LauncherSessionListener {
    private static final String COMPILED = "compiled";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        new AgentBuilder.Default()
                .type(named("groovy.lang.GroovyShell"))
                .transform((shell, type, loader, module, domain) -> shell.defineField(
                                COMPILED, Map.class, Modifier.PUBLIC | Modifier.STATIC)
                        .initializer(new LoadedTypeInitializer.ForStaticField(COMPILED, new ConcurrentHashMap<>()))
                        .visit(Advice.to(Evaluate.class).on(named("evaluate").and(takesArguments(String.class)))))
                .installOn(ByteBuddyAgent.install());
    }

    /**
     * Takes the place of the body of {@code GroovyShell.evaluate(String)}. The shell is an Object in the signature: naming
     * its class there would load it while it is being changed.
     */
    static final class Evaluate {
        private Evaluate() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static Script compiled(
                @Advice.This Object self,
                @Advice.Argument(0) String text,
                @Advice.FieldValue(COMPILED) Map<String, Class<?>> compiled)
                throws ReflectiveOperationException {
            GroovyShell shell = (GroovyShell) self;
            Class<?> known = compiled.get(text);
            if (known == null) {
                known = shell.parse(text).getClass();
                compiled.put(text, known);
            }
            Script script = (Script) known.getDeclaredConstructor().newInstance();
            script.setBinding(shell.getContext());
            return script;
        }

        @Advice.OnMethodExit
        static void run(@Advice.Enter Script script, @Advice.Return(readOnly = false) Object result) {
            result = script.run();
        }
    }
}
