package sigmark.analysis.cases;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import sigmark.analysis.plan.ComplaintRanking;
import sigmark.analysis.plan.ComplaintRanking.Complaint;
import sigmark.analysis.plan.CoverageMatrix;
import sigmark.analysis.plan.LearningCurve;
import sigmark.analysis.plan.NearDuplicates;

/** What to collect next: complaints by weight, learning curves, near-duplicates, coverage. */
final class PlanCases {
    private PlanCases() {}

    static Map<String, Function<Given, Answer>> methods() {
        return Map.of(
                "pareto", PlanCases::pareto,
                "power-law", PlanCases::powerLaw,
                "groups-by-hamming", PlanCases::groups,
                "coverage-matrix", PlanCases::coverage);
    }

    private static Answer pareto(Given given) {
        Given weights = given.part("weights");
        ComplaintRanking ranking = ComplaintRanking.of(given.parts("items").stream()
                .map(item -> new Complaint(item.word("code"), weights.number(item.word("severity")), item.word("user")))
                .toList());
        List<Answer> rows = ranking.rows().stream()
                .map(row -> new Answer()
                        .put("code", row.code())
                        .put("count", row.count())
                        .put("users", row.users())
                        .put("score", row.score())
                        .put("share", row.share())
                        .put("cumulative", row.cumulative()))
                .toList();
        return new Answer()
                .put("rows", rows)
                .put("codesFor80Percent", ranking.codesForMost())
                .because(rows.isEmpty() ? "no items" : "");
    }

    private static Answer powerLaw(Given given) {
        double[] sizes = given.numbers("samples");
        double[] errors = given.numbers("errors");
        if (sizes.length == errors.length && sizes.length < LearningCurve.FEWEST_SIZES) {
            return new Answer()
                    .absent("a", "b", "c", "sumOfSquares", "samplesForTarget")
                    .because("three unknowns need at least four sizes");
        }
        LearningCurve curve = LearningCurve.fit(sizes, errors);
        OptionalDouble needed = curve.samplesFor(given.number("targetError"));
        String why = curve.rate().isEmpty()
                ? "flat curve: more data of this kind does not help"
                : "the target lies at or under the floor c: more data of this kind will not reach it";
        return new Answer()
                .put("a", curve.scale())
                .put("b", curve.rate())
                .put("c", curve.floor())
                .put("sumOfSquares", curve.sumOfSquares())
                .put("samplesForTarget", needed)
                .because(needed.isPresent() ? "" : why);
    }

    private static Answer groups(Given given) {
        long[] hashes = given.words("hashes").stream()
                .mapToLong(hash -> Long.parseUnsignedLong(hash, 16))
                .toArray();
        return new Answer().putGroups("groups", NearDuplicates.groups(hashes, given.count("maxDistance")));
    }

    private static Answer coverage(Given given) {
        CoverageMatrix matrix = CoverageMatrix.of(given.parts("cells").stream()
                .map(cell -> new CoverageMatrix.Cell(
                        cell.word("slice"),
                        cell.count("wanted"),
                        cell.count("have"),
                        cell.count("haveTest"),
                        cell.share("expectedErrorRate"),
                        cell.inside("halfWidth")))
                .toList());
        List<Answer> rows = matrix.rows().stream()
                .map(row -> new Answer()
                        .put("slice", row.cell().slice())
                        .put("missing", row.missing())
                        .put("fill", row.fill())
                        .put("testNeeded", row.testNeeded())
                        .put("testMissing", row.testMissing()))
                .toList();
        Answer answer = new Answer()
                .put("rows", rows)
                .put("wanted", matrix.wanted())
                .put("missing", matrix.missing())
                .put("coverage", matrix.coverage());
        matrix.worst().ifPresentOrElse(row -> answer.put("worst", row.cell().slice()), () -> answer.absent("worst"));
        return answer.because(matrix.wanted() == 0 ? "nothing wanted" : "");
    }
}
