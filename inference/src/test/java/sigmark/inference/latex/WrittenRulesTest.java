package sigmark.inference.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sigmark.inference.latex.tidy.TidyForm;

/** The pages that describe the forms say what the code does: each row's example is tried. */
class WrittenRulesTest {
    private static final Path PAGES = Path.of("../src-resources/docs/latex");
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| `(.*)` \\| `(.*)` \\|");

    private record Example(String rule, String latex, String expected) {}

    @TestFactory
    Stream<DynamicTest> canonicalForm() throws IOException {
        return tests("canonical-form.md", CanonicalForm::of);
    }

    @TestFactory
    Stream<DynamicTest> tidyForm() throws IOException {
        return tests("tidy-form.md", TidyForm::of);
    }

    @Test
    void everyRuleOfTheVersionHasAnExample() throws IOException {
        TreeSet<String> rules = new TreeSet<>();
        examples("canonical-form.md")
                .forEach(example -> rules.add(example.rule().substring(0, 2)));
        assertThat(rules)
                .containsExactly(
                        "B1", "B2", "B3", "B4", "B5", "C1", "C2", "C3", "D1", "D2", "D3", "D4", "D5", "D6", "E1", "E2",
                        "E3", "E4", "E5", "E6", "F1", "F2", "F3", "F4", "F5", "F6", "S1", "S2", "S3", "S4", "S5", "T1",
                        "T2", "T3");
        assertThat(Files.readString(PAGES.resolve("canonical-form.md")))
                .contains("**Version " + CanonicalForm.VERSION + ".**");
    }

    private static Stream<DynamicTest> tests(String page, UnaryOperator<String> form) throws IOException {
        return examples(page).stream()
                .map(example -> DynamicTest.dynamicTest(example.rule() + ": " + example.latex(), () -> {
                    assertThat(form.apply(example.latex())).isEqualTo(example.expected());
                    assertThat(form.apply(example.expected())).isEqualTo(example.expected());
                }));
    }

    private static List<Example> examples(String page) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(PAGES.resolve(page))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                examples.add(new Example(row.group(1), row.group(2), row.group(3)));
            }
        }
        assertThat(examples).isNotEmpty();
        return examples;
    }
}
