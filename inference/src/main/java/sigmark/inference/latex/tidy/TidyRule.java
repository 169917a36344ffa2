package sigmark.inference.latex.tidy;

import sigmark.inference.latex.LatexSyntax;

/** One way to spell more cleanly. */
interface TidyRule {
    /** The formula after the rule; the same text where it has nothing to do. */
    String apply(LatexSyntax formula);
}
