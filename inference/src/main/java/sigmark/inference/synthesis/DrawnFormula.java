package sigmark.inference.synthesis;

import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;

/**
 * A formula on a page that we drew.
 *
 * @param latex what was drawn
 * @param box the tight hull of its ink in the page's pixels
 */
public record DrawnFormula(String latex, FormulaKind kind, Box box) {}
