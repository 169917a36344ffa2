package sigmark.analysis.recognition.form;

import java.util.List;
import java.util.Optional;

/** The list of published forms. */
public final class NormalForms {
    private static final List<NormalForm> ALL = List.of(
            new KatexTokens(),
            new KatexNormal(
                    "im2markup",
                    "im2markup's normal form: KaTeX's tree printed back, environments kept; tokens",
                    KatexStyle.IM2MARKUP),
            new KatexNormal(
                    "pix2tex", "pix2tex' normal form: as im2markup, every table an array; tokens", KatexStyle.PIX2TEX),
            new KatexNormal(
                    "cdm", "what CDM's program draws: as pix2tex, alignments as arrays; tokens", KatexStyle.CDM),
            new UniMerNetForm(),
            new OmniDocBenchForm());

    private NormalForms() {}

    public static List<NormalForm> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(NormalForm::name).toList();
    }

    public static Optional<NormalForm> named(String name) {
        return ALL.stream().filter(form -> form.name().equals(name)).findFirst();
    }
}
