package sigmark.analysis.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.ResultClass;
import sigmark.labeling.online.ShownResult;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.slice.SliceField;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SliceTerm;
import sigmark.labeling.store.online.OnlineStore;

/**
 * What the online log of the project says about a version. A slice is understood by its {@code tag:} words, which a
 * request's tag answers with its value or as {@code name=value}, and by {@code len}, which each result answers; of a slice
 * that asks for anything else nothing is known. The log is read when a line asks for it.
 */
public final class LoggedEvidence implements OnlineEvidence {
    private final OnlineStore log;
    private final String version;

    /** @param version as the log names it: name and version of the pipeline */
    public LoggedEvidence(OnlineStore log, String version) {
        this.log = log;
        this.version = version;
    }

    @Override
    public Optional<ByUser> rate(Measure measure, String slice) {
        SliceQuery query = SliceQuery.parse(slice);
        if (!understood(query)) {
            return Optional.empty();
        }
        Map<String, double[]> users = new HashMap<>();
        log.forEach(version, event -> {
            if (fits(query, event)) {
                for (ShownResult result : event.results()) {
                    count(measure, query, result, users, event.user().orElse(event.requestId()));
                }
            }
        });
        if (users.isEmpty()) {
            return Optional.empty();
        }
        List<double[]> sums = List.copyOf(users.values());
        return Optional.of(new ByUser(
                sums.stream().mapToDouble(of -> of[0]).toArray(),
                sums.stream().mapToDouble(of -> of[1]).toArray()));
    }

    private static void count(
            Measure measure, SliceQuery query, ShownResult result, Map<String, double[]> users, String user) {
        ResultClass.Kind kind = ResultClass.of(result).kind();
        boolean counts = kind != ResultClass.Kind.NOT_SEEN
                && !(measure == Measure.EDIT_RATE_JUDGED && kind == ResultClass.Kind.SILENT);
        if (counts && longEnough(query, result)) {
            double[] sums = users.computeIfAbsent(user, name -> new double[2]);
            sums[0] += kind == ResultClass.Kind.EDITED || kind == ResultClass.Kind.DELETED ? 1 : 0;
            sums[1]++;
        }
    }

    @Override
    public double[] captureToDisplay(String slice) {
        SliceQuery query = SliceQuery.parse(slice);
        List<Double> millis = new ArrayList<>();
        if (understood(query)) {
            log.forEach(version, event -> {
                EventTimes times = EventTimes.of(event);
                if (fits(query, event)
                        && !times.captureUnknown()
                        && times.total().isPresent()) {
                    millis.add(times.total().getAsDouble());
                }
            });
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean understood(SliceQuery query) {
        return query.terms().stream()
                .allMatch(term -> term.field() == SliceField.TAG || term.field() == SliceField.LEN);
    }

    private static boolean fits(SliceQuery query, OnlineEvent event) {
        return query.terms().stream()
                .filter(term -> term.field() == SliceField.TAG)
                .allMatch(term -> term.negated() != tagged(term.value(), event));
    }

    private static boolean tagged(String wanted, OnlineEvent event) {
        return event.slice().entrySet().stream().anyMatch(tag -> Arrays.asList(
                        SliceTerm.folded(tag.getValue()), SliceTerm.folded(tag.getKey() + "=" + tag.getValue()))
                .contains(wanted));
    }

    private static boolean longEnough(SliceQuery query, ShownResult result) {
        return query.terms().stream()
                .filter(term -> term.field() == SliceField.LEN)
                .allMatch(term -> term.negated()
                        != term.accepts(
                                LatexTokenizer.tokens(result.shownLatex()).size()));
    }
}
