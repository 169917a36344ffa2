package sigmark.labeling.guide;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.box.BoxOverlap;
import sigmark.labeling.guide.check.box.BoxSize;
import sigmark.labeling.guide.check.box.HoldsInk;
import sigmark.labeling.guide.check.box.HugsInk;
import sigmark.labeling.guide.check.box.InsidePage;
import sigmark.labeling.guide.check.box.KindByPlace;
import sigmark.labeling.guide.check.box.Proportions;
import sigmark.labeling.guide.check.spelling.BracedSeparators;
import sigmark.labeling.guide.check.spelling.Comments;
import sigmark.labeling.guide.check.spelling.DotsHeight;
import sigmark.labeling.guide.check.spelling.DoubleBraces;
import sigmark.labeling.guide.check.spelling.EmptyGroups;
import sigmark.labeling.guide.check.spelling.FontSwitches;
import sigmark.labeling.guide.check.spelling.Forbidden;
import sigmark.labeling.guide.check.spelling.FunctionNames;
import sigmark.labeling.guide.check.spelling.HangulInText;
import sigmark.labeling.guide.check.spelling.MathDelimiters;
import sigmark.labeling.guide.check.spelling.OldFractions;
import sigmark.labeling.guide.check.spelling.ScriptBraces;
import sigmark.labeling.guide.check.spelling.ScriptOrder;
import sigmark.labeling.guide.check.spelling.SignCharacters;
import sigmark.labeling.guide.check.spelling.Spelling;
import sigmark.labeling.guide.check.spelling.WordsInText;
import sigmark.labeling.guide.check.structure.BareRows;
import sigmark.labeling.guide.check.structure.CasesArray;
import sigmark.labeling.guide.check.structure.DelimiterBalance;
import sigmark.labeling.guide.check.structure.EmptyLatex;
import sigmark.labeling.guide.check.structure.Environments;
import sigmark.labeling.guide.check.structure.EquationNumber;
import sigmark.labeling.guide.check.structure.MatrixDelimiters;
import sigmark.labeling.guide.check.structure.OpenEnds;
import sigmark.labeling.guide.check.structure.RaggedRows;
import sigmark.labeling.guide.check.structure.SyntaxProblems;
import sigmark.labeling.guide.check.structure.TrailingPunctuation;
import sigmark.labeling.guide.check.structure.Unrenderable;
import sigmark.labeling.guide.check.structure.UnsureMarks;
import sigmark.labeling.guide.check.structure.WholePattern;
import sigmark.labeling.guide.check.structure.WordsOnly;

/** The one list that names every kind of check. */
public final class CheckKinds {
    private static final Map<String, Function<CheckSettings, RuleCheck>> ALL = Map.ofEntries(
            Map.entry("bare-rows", settings -> new BareRows()),
            Map.entry("box-size", BoxSize::new),
            Map.entry("braced-separators", settings -> new BracedSeparators()),
            Map.entry("cases", settings -> new CasesArray()),
            Map.entry("comments", settings -> new Comments()),
            Map.entry("delimiter-balance", settings -> new DelimiterBalance()),
            Map.entry("dots-height", settings -> new DotsHeight()),
            Map.entry("double-braces", settings -> new DoubleBraces()),
            Map.entry("empty", settings -> new EmptyLatex()),
            Map.entry("empty-groups", settings -> new EmptyGroups()),
            Map.entry("environments", Environments::new),
            Map.entry("equation-number", settings -> new EquationNumber()),
            Map.entry("font-switches", settings -> new FontSwitches()),
            Map.entry("forbidden", Forbidden::new),
            Map.entry("function-names", FunctionNames::new),
            Map.entry("hangul-in-text", settings -> new HangulInText()),
            Map.entry("holds-ink", settings -> new HoldsInk()),
            Map.entry("hugs-ink", HugsInk::new),
            Map.entry("inside-page", settings -> new InsidePage()),
            Map.entry("kind-by-place", KindByPlace::new),
            Map.entry("math-delimiters", settings -> new MathDelimiters()),
            Map.entry("matrix-delimiters", settings -> new MatrixDelimiters()),
            Map.entry("old-fractions", settings -> new OldFractions()),
            Map.entry("open-ends", settings -> new OpenEnds()),
            Map.entry("overlap", BoxOverlap::new),
            Map.entry("pattern", WholePattern::new),
            Map.entry("proportions", Proportions::new),
            Map.entry("ragged-rows", settings -> new RaggedRows()),
            Map.entry("script-braces", settings -> new ScriptBraces()),
            Map.entry("script-order", settings -> new ScriptOrder()),
            Map.entry("sign-characters", settings -> new SignCharacters()),
            Map.entry("spelling", Spelling::new),
            Map.entry("syntax", SyntaxProblems::new),
            Map.entry("trailing-punctuation", TrailingPunctuation::new),
            Map.entry("unrenderable", settings -> new Unrenderable()),
            Map.entry("unsure-marks", UnsureMarks::new),
            Map.entry("words-in-text", WordsInText::new),
            Map.entry("words-only", settings -> new WordsOnly()));

    private CheckKinds() {}

    /** Names of all kinds, in alphabetical order. */
    public static Set<String> names() {
        return new TreeSet<>(new TreeMap<>(ALL).keySet());
    }

    /**
     * A check of that kind.
     *
     * @return empty for a kind that does not exist
     * @throws sigmark.inference.work.ProblemException {@code guide.bad-setting}
     */
    public static Optional<RuleCheck> make(String kind, CheckSettings settings) {
        return Optional.ofNullable(ALL.get(kind)).map(maker -> maker.apply(settings));
    }
}
