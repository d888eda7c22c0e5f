package dev.lotline.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lotline.gs1.ElementString.Element;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed is read back as it was, symbol text and bracketed text alike. */
class RoundTripTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Test
    void what_the_builder_writes_the_parser_reads() {
        RandomElements random = new RandomElements(2026, TODAY);
        for (int i = 0; i < 2_000; i++) {
            List<Element> elements = random.next();
            String text = random.text(elements);
            assertEquals(
                    elements,
                    ElementString.parse(text, AiTable.builtIn(), TODAY)
                            .content()
                            .elements(),
                    text);
        }
    }

    @Test
    void what_is_written_in_brackets_is_read_back() {
        RandomElements random = new RandomElements(2027, TODAY);
        for (int i = 0; i < 2_000; i++) {
            List<Element> elements = random.next();
            StringBuilder text = new StringBuilder();
            for (Element element : elements) {
                text.append('(')
                        .append(element.ai())
                        .append(')')
                        .append(element.value().replace("(", "\\("));
            }
            assertEquals(
                    elements,
                    BracketedText.parse(text.toString(), AiTable.builtIn(), TODAY)
                            .content()
                            .elements(),
                    text.toString());
        }
    }

    @Test
    void every_ai_of_the_table_is_written_and_read_back() {
        RandomElements random = new RandomElements(2028, TODAY);
        for (int i = 0; i < 20_000; i++) {
            String ai = random.anyAi();
            List<Element> elements =
                    List.of(new Element(ai, random.value(ai)), new Element("98".equals(ai) ? "97" : "98", "END"));
            String text = random.text(elements);
            assertEquals(
                    elements,
                    ElementString.parse(text, AiTable.builtIn(), TODAY)
                            .content()
                            .elements(),
                    text);
        }
    }
}
