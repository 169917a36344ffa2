package sigmark.inference.training;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.FormulaTopic;

/**
 * Draws formulas to train on from lists and from our own grammar, varied in digits, letters and punctuation. The same
 * random stream gives the same formulas.
 */
public final class FormulaMix {
    /** What the grammar draws for training: research style and Korean more often than the other topics. */
    static final Coverage COVERAGE =
            Coverage.all().with(FormulaTopic.RESEARCH, 8).with(FormulaTopic.KOREAN, 2);

    private static final double VARY_DIGITS = 0.4;
    private static final double VARY_LETTERS = 0.1;
    private static final double PUNCTUATED = 0.33;
    private static final double PLAIN_DELIMITERS = 0.15;
    private static final Set<String> WORD_COMMANDS = Set.of(
            "\\text",
            "\\mathrm",
            "\\operatorname",
            "\\textbf",
            "\\textit",
            "\\mathop",
            "\\mbox",
            "\\begin",
            "\\end",
            "\\textrm",
            "\\rm",
            "\\hspace",
            "\\vspace",
            "\\textup",
            "\\color",
            "\\array",
            "\\limits");

    private final List<Part> parts;
    private final Vocabulary vocabulary;
    private final FormulaGrammar grammar = new FormulaGrammar(COVERAGE);

    /**
     * A list with its share of the draws.
     *
     * @param formulas to draw from; empty stands for the grammar
     * @param weight relative to the other parts
     */
    public record Part(List<String> formulas, double weight) {
        public Part {
            formulas = List.copyOf(formulas);
        }
    }

    public FormulaMix(List<Part> parts, Vocabulary vocabulary) {
        this.parts = List.copyOf(parts);
        this.vocabulary = vocabulary;
    }

    /** A formula of at most so many pieces, or empty when this draw gave none that fits. */
    public Optional<FormulaText> draw(Random random, int mostPieces) {
        String latex = vary(source(random), random);
        return vocabulary
                .encode(CanonicalForm.tokens(latex))
                .filter(ids -> ids.length > 0 && ids.length <= mostPieces)
                .map(ids -> new FormulaText(latex, IntStream.of(ids).boxed().toList()));
    }

    private String source(Random random) {
        double total = parts.stream().mapToDouble(Part::weight).sum();
        double at = random.nextDouble() * total;
        for (Part part : parts) {
            at -= part.weight();
            if (at < 0) {
                return part.formulas().isEmpty()
                        ? fromGrammar(random)
                        : part.formulas().get(random.nextInt(part.formulas().size()));
            }
        }
        return fromGrammar(random);
    }

    private String fromGrammar(Random random) {
        return random.nextInt(3) == 0 ? grammar.display(random) : grammar.inline(random);
    }

    private static String vary(String latex, Random random) {
        String varied = latex.strip();
        if (random.nextDouble() < PLAIN_DELIMITERS) {
            varied = varied.replaceAll("\\\\(left|right)(?![A-Za-z.])\\s*", "");
        }
        boolean digits = random.nextDouble() < VARY_DIGITS;
        boolean letters = random.nextDouble() < VARY_LETTERS;
        if (digits || letters) {
            varied = replace(varied, digits, letters, random);
        }
        if (random.nextDouble() < PUNCTUATED && !varied.matches(".*[.,;:!?]\\s*")) {
            varied += random.nextInt(3) == 0 ? "." : ",";
        }
        return varied;
    }

    /** Digits by any digits, each letter by one other letter wherever it stands; words and names stay. */
    private static String replace(String latex, boolean digits, boolean letters, Random random) {
        int shift = random.nextInt(26);
        StringBuilder out = new StringBuilder();
        int depth = 0;
        String before = "";
        for (String token : LatexTokenizer.tokens(latex)) {
            if (WORD_COMMANDS.contains(token) || token.startsWith("\\begin") || token.startsWith("\\end")) {
                return latex; // words, lengths or columns: leave the whole formula as it is
            }
            depth += token.equals("{") ? 1 : token.equals("}") ? -1 : 0;
            char first = token.charAt(0);
            String next = token;
            if (digits && first >= '0' && first <= '9') {
                next = String.valueOf((char) ('0' + random.nextInt(10)));
            } else if (letters && token.length() == 1 && Character.isLetter(first) && first < 128) {
                char base = first < 'a' ? 'A' : 'a';
                next = String.valueOf((char) (base + (first - base + shift) % 26));
            }
            boolean command = before.length() > 1 && before.charAt(0) == '\\' && Character.isLetter(before.charAt(1));
            if (command && Character.isLetter(next.charAt(0))) {
                out.append(' ');
            }
            out.append(next);
            before = next;
        }
        return depth == 0 ? out.toString() : latex;
    }
}
