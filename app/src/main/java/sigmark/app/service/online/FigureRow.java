package sigmark.app.service.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.online.OutcomeFigures;
import sigmark.labeling.online.RequestFilter;

/**
 * A row of the table of slices, days or versions.
 *
 * @param filter the requests behind it; absent where the store keeps only sums
 * @param difference of the edit rate to the other version's in the same slice or on the same day
 */
record FigureRow(
        String name,
        String version,
        OutcomeFigures figures,
        Optional<RequestFilter> filter,
        OptionalDouble difference) {
    /** What the table is cut by. */
    enum By {
        SLICE,
        DAY,
        VERSION
    }

    static List<FigureRow> of(By by, OnlineModel model, OnlineText text) {
        String version = model.versionProperty().get().map(v -> v.version()).orElse("");
        String other = model.againstProperty().get().map(v -> v.version()).orElse(version);
        OnlineReport report = model.reportProperty().get();
        List<FigureRow> rows = new ArrayList<>();
        switch (by) {
            case SLICE ->
                report.slices().stream()
                        .filter(slice -> slice.version().equals(version))
                        .forEach(slice -> rows.add(slice(slice, report, other, text)));
            case DAY ->
                report.days().stream()
                        .filter(day ->
                                day.version().equals(version) || day.version().equals(other))
                        .sorted(java.util.Comparator.comparing(OnlineReport.Day::day)
                                .reversed())
                        .forEach(day -> rows.add(new FigureRow(
                                day.day().toString(),
                                day.version(),
                                new OutcomeFigures(day.counts()),
                                Optional.of(
                                        RequestFilter.ALL.version(day.version()).day(day.day())),
                                OptionalDouble.empty())));
            default ->
                report.versions()
                        .forEach(each -> rows.add(new FigureRow(
                                each.first() + " – " + each.last(),
                                each.version(),
                                each.outcomes(),
                                Optional.of(RequestFilter.ALL.version(each.version())),
                                OptionalDouble.empty())));
        }
        return rows;
    }

    private static FigureRow slice(OnlineReport.Slice slice, OnlineReport report, String other, OnlineText text) {
        OutcomeFigures figures = new OutcomeFigures(slice.counts());
        OptionalDouble before = report.slices().stream()
                .filter(each -> each.version().equals(other) && each.name().equals(slice.name()))
                .map(each -> new OutcomeFigures(each.counts()).ofJudged().estimate())
                .findFirst()
                .orElse(OptionalDouble.empty());
        OptionalDouble now = figures.ofJudged().estimate();
        boolean both = before.isPresent() && now.isPresent() && !other.equals(slice.version());
        boolean length = slice.tag().equals(OnlineReport.LENGTH);
        return new FigureRow(
                text.slice(slice.tag(), slice.value()),
                slice.version(),
                figures,
                length
                        ? Optional.empty()
                        : Optional.of(RequestFilter.ALL.version(slice.version()).tag(slice.tag(), slice.value())),
                both ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble()) : OptionalDouble.empty());
    }
}
