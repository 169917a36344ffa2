package sigmark.labeling.slice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceTerm.Operator;

/** Reads a query from left to right; positions in problems are 1-based columns. */
final class SliceParser {
    private final String text;
    private int at;

    SliceParser(String text) {
        this.text = text;
    }

    List<SliceTerm> parse() {
        List<SliceTerm> terms = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            terms.add(term());
            skipBlanks();
        }
        return terms;
    }

    private SliceTerm term() {
        int start = at;
        boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !blank(at + 1);
        if (negated) {
            at++;
        }
        int keyStart = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String key = text.substring(keyStart, at);
        Optional<Operator> operator = key.isEmpty() ? Optional.empty() : operator();
        if (operator.isEmpty()) {
            at = keyStart;
            return plainWord(negated, start);
        }
        SliceField field = SliceField.ofWord(key)
                .filter(known -> known.valueKind() != SliceField.ValueKind.NONE)
                .orElseThrow(() -> problem("slice.unknown-key", keyStart, "key", key, "known", known()));
        return valued(negated, field, operator.get(), start);
    }

    private SliceTerm plainWord(boolean negated, int start) {
        boolean quoted = text.charAt(at) == '"';
        String word = value(start);
        if (!quoted) {
            Optional<SliceField> flagWord =
                    SliceField.ofWord(word).filter(field -> field.valueKind() == SliceField.ValueKind.NONE);
            if (flagWord.isPresent()) {
                return new SliceTerm(negated, flagWord.get(), Operator.IS, "", 0, 0);
            }
        }
        return new SliceTerm(negated, SliceField.NAME, Operator.IS, SliceTerm.folded(word), 0, 0);
    }

    private SliceTerm valued(boolean negated, SliceField field, Operator operator, int start) {
        int valueAt = at;
        String value = at < text.length() && !blank(at) ? value(start) : "";
        if (value.isEmpty()) {
            throw problem("slice.no-value", start, "key", field.word());
        }
        boolean comparable =
                field.valueKind() == SliceField.ValueKind.NUMBER || field.valueKind() == SliceField.ValueKind.DAY;
        if (operator != Operator.IS && !comparable) {
            throw problem("slice.not-comparable", start, "key", field.word(), "sign", operator.sign());
        }
        return switch (field.valueKind()) {
            case NUMBER -> new SliceTerm(negated, field, operator, value, number(value, field, valueAt), 0);
            case DAY -> day(negated, field, operator, value, valueAt);
            case WORD -> new SliceTerm(negated, field, operator, word(value, field, valueAt), 0, 0);
            case TEXT, NONE -> new SliceTerm(negated, field, operator, textValue(field, value), 0, 0);
        };
    }

    private static String textValue(SliceField field, String value) {
        return switch (field) {
            case LATEX, HAS, PACKAGE -> value;
            default -> SliceTerm.folded(value);
        };
    }

    private Optional<Operator> operator() {
        if (at >= text.length()) {
            return Optional.empty();
        }
        boolean withEquals = at + 1 < text.length() && text.charAt(at + 1) == '=';
        Optional<Operator> found =
                switch (text.charAt(at)) {
                    case ':', '=' -> Optional.of(Operator.IS);
                    case '<' -> Optional.of(withEquals ? Operator.AT_MOST : Operator.LESS);
                    case '>' -> Optional.of(withEquals ? Operator.AT_LEAST : Operator.MORE);
                    default -> Optional.empty();
                };
        if (found.isPresent()) {
            at += found.get().sign().length();
        }
        return found;
    }

    /** A value up to the next blank, or within quotes. */
    private String value(int start) {
        if (text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw problem("slice.unclosed-quote", at);
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            if (at < text.length() && !blank(at)) {
                throw problem("slice.blank-missing", at);
            }
            if (value.isEmpty()) {
                throw problem("slice.no-value", start, "key", "\"\"");
            }
            return value;
        }
        int from = at;
        while (at < text.length() && !blank(at)) {
            at++;
        }
        return text.substring(from, at);
    }

    private double number(String value, SliceField field, int where) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number) && Character.isDigit(value.charAt(value.length() - 1))) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw problem("slice.not-a-number", where, "key", field.word(), "value", value);
        }
        throw problem("slice.not-a-number", where, "key", field.word(), "value", value);
    }

    private SliceTerm day(boolean negated, SliceField field, Operator operator, String value, int where) {
        try {
            LocalDate first;
            LocalDate last;
            switch (value.length()) {
                case 4 -> {
                    first = Year.parse(value).atDay(1);
                    last = first.plusYears(1).minusDays(1);
                }
                case 7 -> {
                    first = YearMonth.parse(value).atDay(1);
                    last = YearMonth.parse(value).atEndOfMonth();
                }
                default -> {
                    first = LocalDate.parse(value);
                    last = first;
                }
            }
            return new SliceTerm(negated, field, operator, value, first.toEpochDay(), last.toEpochDay());
        } catch (DateTimeException e) {
            throw problem("slice.not-a-date", where, "value", value);
        }
    }

    private String word(String value, SliceField field, int where) {
        Optional<String> known =
                switch (field) {
                    case SPLIT -> Split.ofWord(value).map(Split::word);
                    case STATE -> LabelState.ofWord(value).map(LabelState::word);
                    case KIND -> FormulaKind.ofWord(value).map(FormulaKind::word);
                    case WRITING -> Writing.ofWord(value).map(Writing::word);
                    case FLAG -> RegionFlag.ofWord(value).map(RegionFlag::word);
                    default -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(words(field)::contains);
                };
        return known.orElseThrow(() -> problem(
                "slice.unknown-value",
                where,
                "key",
                field.word(),
                "value",
                value,
                "known",
                String.join(", ", words(field))));
    }

    private static List<String> words(SliceField field) {
        return switch (field) {
            case SPLIT -> Stream.of(Split.values()).map(Split::word).toList();
            case STATE -> Stream.of(LabelState.values()).map(LabelState::word).toList();
            case KIND -> Stream.of(FormulaKind.values()).map(FormulaKind::word).toList();
            case WRITING -> Stream.of(Writing.values()).map(Writing::word).toList();
            case FLAG -> Stream.of(RegionFlag.values()).map(RegionFlag::word).toList();
            case LAYER ->
                Stream.concat(Stream.of(Layer.values()).map(Layer::word), Stream.of("all"))
                        .toList();
            case SOURCE -> List.of("image", "pdf");
            default -> List.of();
        };
    }

    private static String known() {
        return String.join(
                ", ",
                Stream.of(SliceField.values())
                        .filter(field -> field != SliceField.NAME)
                        .map(SliceField::word)
                        .toList());
    }

    private void skipBlanks() {
        while (at < text.length() && blank(at)) {
            at++;
        }
    }

    private boolean blank(int index) {
        return Character.isWhitespace(text.charAt(index));
    }

    private ProblemException problem(String code, int index, String... facts) {
        List<String> all = new ArrayList<>(List.of(facts));
        all.addAll(List.of("column", Integer.toString(index + 1)));
        return new ProblemException(Problem.of(code, text, all.toArray(String[]::new)));
    }
}
