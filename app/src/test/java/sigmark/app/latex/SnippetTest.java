package sigmark.app.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void stopsAreReadFromTheTemplateAndTheEndIsTheLast() {
        assertThat(Snippet.of("\\frac{¦}{¦}")).isEqualTo(new Snippet("\\frac{}{}", List.of(6, 8, 9)));
        assertThat(Snippet.of("\\pi")).isEqualTo(new Snippet("\\pi", List.of(3)));
    }

    @Test
    void aSelectionFillsTheFirstStop() {
        assertThat(Snippet.of("\\text{¦}¦").around("ab")).isEqualTo(new Snippet("\\text{ab}", List.of(9)));
        assertThat(Snippet.of("\\frac{¦}{¦}").around("x")).isEqualTo(new Snippet("\\frac{x}{}", List.of(9, 10)));
    }

    @Test
    void aMatrixHasAStopInEachCell() {
        Snippet matrix = Snippet.matrix("pmatrix", 2, 2);
        assertThat(matrix.text()).isEqualTo("\\begin{pmatrix}\n   &  \\\\\n   & \n\\end{pmatrix}");
        assertThat(matrix.stops()).hasSize(5);
    }

    @Test
    void openStopsMoveWithTyping() {
        SnippetStops open = SnippetStops.after(Snippet.of("\\frac{¦}{¦}"), 10);
        assertThat(open.places()).containsExactly(18, 19);
        assertThat(open.edited(16, 0, 3).places()).containsExactly(21, 22);
        assertThat(open.edited(18, 1, 0).places()).containsExactly(18);
        assertThat(open.afterNext().places()).containsExactly(19);
    }

    @Test
    void aSnippetInsideAnotherKeepsTheOuterStops() {
        SnippetStops outer = SnippetStops.after(Snippet.of("\\frac{¦}{¦}"), 0).edited(6, 0, 7);
        SnippetStops both = SnippetStops.after(Snippet.of("\\sqrt{¦}"), 6).within(outer);
        assertThat(both.places()).containsExactly(13, 15, 16);
    }
}
