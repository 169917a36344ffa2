package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;

/**
 * What the canonical writer has written of one cell (a row's part between {@code &}), with the scripts that wait for
 * their order (rules B1 to B4) and a font switch that waits for its end (F2).
 */
final class CanonicalCell {
    final List<String> out = new ArrayList<>();
    private List<String> numerator = List.of();
    private String fraction = "";
    private List<String> sub = List.of();
    private List<String> sup = List.of();
    private boolean supIsPrimes;
    private boolean hasNucleus;
    private boolean scripted;
    private String switched = "";
    private int switchedFrom;
    private String wrapped = "";
    private int wrappedFrom;
    private int wrappedEnd = -1;
    private int matrixFrom;
    private int matrixEnd = -1;

    /** Whether the last thing written carries scripts. */
    boolean endsScripted() {
        return scripted;
    }

    /** Writes what scripts may attach to. */
    void nucleus(List<String> tokens) {
        flush();
        out.addAll(tokens);
        hasNucleus = true;
    }

    void nucleus(String token) {
        flush();
        String closes = matrixEnd == out.size() ? CanonicalTables.closes(token, openerBeforeMatrix()) : "";
        if (!closes.isEmpty()) {
            out.set(matrixFrom, "\\begin{" + closes + "}");
            out.set(out.size() - 1, "\\end{" + closes + "}");
            out.remove(matrixFrom - 1);
            matrixEnd = -1;
        } else if (token.equals(".") && endsWithTwoDots()) {
            out.subList(out.size() - 2, out.size()).clear();
            out.add("\\ldots");
        } else {
            out.add(token);
        }
        hasNucleus = true;
    }

    /** Writes a plain matrix; a delimiter pair right around it makes it one of its kin (E4). */
    void matrix(List<String> tokens) {
        nucleus(tokens);
        matrixEnd = out.size();
        matrixFrom = matrixEnd - tokens.size();
    }

    /** Writes what carries no scripts: blanks, rules of tables. */
    void separator(String token) {
        flush();
        out.add(token);
        hasNucleus = false;
    }

    /** Writes a group without its braces, which stay only where scripts could not follow it otherwise (B5). */
    void group(List<String> tokens, boolean endsScripted, boolean braces) {
        flush();
        if (braces) {
            out.add("{");
            out.addAll(tokens);
            out.add("}");
        } else if (tokens.isEmpty()) {
            return;
        } else {
            out.addAll(tokens);
            scripted = endsScripted;
        }
        hasNucleus = true;
    }

    void sub(List<String> script) {
        if (script.isEmpty()) {
            return;
        }
        open(!sub.isEmpty());
        sub = script;
    }

    void sup(List<String> script) {
        if (script.isEmpty()) {
            return;
        }
        open(!sup.isEmpty() && !supIsPrimes);
        List<String> joined = new ArrayList<>(sup);
        joined.addAll(script);
        sup = joined;
        supIsPrimes = false;
    }

    void prime() {
        open(false);
        supIsPrimes |= sup.isEmpty();
        List<String> joined = new ArrayList<>(sup);
        joined.add("\\prime");
        sup = joined;
    }

    /** Makes an empty nucleus where there is none or its place for the script is taken. */
    private void open(boolean taken) {
        if (!hasNucleus || taken) {
            flush();
            out.add("{");
            out.add("}");
            hasNucleus = true;
        }
    }

    private void flush() {
        scripted = !sub.isEmpty() || !sup.isEmpty();
        script("_", sub);
        script("^", sup);
        sub = List.of();
        sup = List.of();
        supIsPrimes = false;
    }

    private void script(String sign, List<String> script) {
        if (!script.isEmpty()) {
            out.add(sign);
            out.add("{");
            out.addAll(script);
            out.add("}");
        }
    }

    /** Writes an alphabet or words with their content, joined to the same kind just before (F5). */
    void wrap(String command, List<String> content) {
        flush();
        List<String> all = content;
        if (wrapped.equals(command) && wrappedEnd == out.size()) {
            all = new ArrayList<>(out.subList(wrappedFrom + 2, out.size() - 1));
            all.addAll(content);
            out.subList(wrappedFrom, out.size()).clear();
        }
        wrappedFrom = out.size();
        List<String> written = CanonicalFonts.wrapped(command, all);
        out.addAll(written);
        hasNucleus |= !written.isEmpty();
        wrapped = written.size() > 1 && written.get(1).equals("{") ? written.get(0) : "";
        wrappedEnd = out.size();
    }

    void switchFont(String font) {
        endSwitch();
        switched = font;
        switchedFrom = out.size();
    }

    private void endSwitch() {
        flush();
        boolean wasScripted = scripted;
        if (!switched.isEmpty()) {
            List<String> content = new ArrayList<>(out.subList(switchedFrom, out.size()));
            out.subList(switchedFrom, out.size()).clear();
            boolean nucleusBefore = hasNucleus;
            wrap(switched, content);
            hasNucleus = nucleusBefore;
            switched = "";
            wasScripted = false;
        }
        scripted = wasScripted;
    }

    /** Takes all that the cell has so far as the upper part of a fraction (C3). */
    void over(String command) {
        finish();
        numerator = new ArrayList<>(out);
        out.clear();
        fraction = command;
        hasNucleus = false;
        wrappedEnd = -1;
        matrixEnd = -1;
    }

    /** Ends scripts, switch and fraction. */
    CanonicalCell finish() {
        endSwitch();
        boolean wasScripted = scripted;
        if (!fraction.isEmpty()) {
            List<String> whole = CanonicalTables.fraction(fraction, numerator, new ArrayList<>(out));
            out.clear();
            out.addAll(whole);
            fraction = "";
            wasScripted = false;
        }
        scripted = wasScripted;
        return this;
    }

    private String openerBeforeMatrix() {
        boolean plain = matrixFrom > 0 && out.get(matrixFrom).equals("\\begin{matrix}");
        return plain ? out.get(matrixFrom - 1) : "";
    }

    private boolean endsWithTwoDots() {
        int n = out.size();
        return n >= 2 && out.get(n - 1).equals(".") && out.get(n - 2).equals(".") && switchedFrom <= n - 2;
    }
}
