package sigmark.analysis.recognition.form;

/** KaTeX would not read the formula. */
final class KatexRefusal extends Exception {
    KatexRefusal(String reason) {
        super(reason);
    }
}
