package sigmark.analysis.recognition.form;

/** Whose printing of KaTeX's tree. */
enum KatexStyle {
    IM2MARKUP,
    PIX2TEX,
    CDM
}
