package sigmark.app.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import sigmark.analysis.verdict.Evidence;
import sigmark.analysis.verdict.Judge;
import sigmark.analysis.verdict.LineVerdict;
import sigmark.analysis.verdict.LoggedEvidence;
import sigmark.analysis.verdict.OnlineEvidence;
import sigmark.analysis.verdict.Outcome;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.release.ReleaseRecord;
import sigmark.labeling.release.StoredRelease;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.SheetCheck;
import sigmark.labeling.requirement.SheetRemark;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.service.ServiceStore;
import sigmark.labeling.store.verdict.VerdictStore;
import sigmark.labeling.verdict.Verdict;

/** The steps from the sheet to a release, as window and command line both take them. Blocks. */
public final class ServiceWork {
    private final ProjectStore store;
    private final ServiceStore service;

    public ServiceWork(ProjectStore store) {
        this.store = store;
        this.service = new ServiceStore(store);
    }

    public ServiceStore store() {
        return service;
    }

    /** A run with its verdicts. */
    public record Judged(StoredSheet sheet, StoredRun run, List<LineVerdict> verdicts) {
        public Judged {
            verdicts = List.copyOf(verdicts);
        }

        /** How many lines came out so. */
        public int count(Outcome outcome) {
            return (int) verdicts.stream()
                    .filter(verdict -> verdict.outcome() == outcome)
                    .count();
        }

        /** The rule of the shortlist: no line is missed. */
        public boolean shortlisted() {
            return count(Outcome.MISSED) == 0;
        }
    }

    /**
     * What people add to a release.
     *
     * @param despite true to release a run that misses lines
     */
    public record Wish(
            String name,
            long run,
            List<String> people,
            List<String> reasons,
            List<String> weaknesses,
            boolean despite) {}

    /** @throws ProblemException {@code requirement.none} */
    public StoredSheet sheet() {
        return service.sheet()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("requirement.none", store.info().name())));
    }

    /** What is vague or contradictory in a sheet, with the project's pages in view. */
    public List<SheetRemark> remarks(sigmark.labeling.requirement.RequirementSheet sheet) {
        return SheetCheck.check(sheet, query -> OptionalInt.of(store.pages().count(query)));
    }

    /** Counts what the plan asks for. */
    public Truth.Counter counter() {
        return new Truth.Counter() {
            @Override
            public long pages(SliceQuery query) {
                return store.pages().count(query);
            }

            @Override
            public long regions(SliceQuery query) {
                return store.regions().count(query);
            }
        };
    }

    /** Judges a run by the sheet in force, with what the project's online log says of its version. */
    public Judged judge(long runId, Progress progress) {
        OnlineEvidence logged = store.runs()
                .find(runId)
                .<OnlineEvidence>map(run -> new LoggedEvidence(new OnlineStore(store), run.pipeline()))
                .orElse(OnlineEvidence.NONE);
        return judge(runId, logged, progress);
    }

    /** As above, with what the trial or the live service says. */
    public Judged judge(long runId, OnlineEvidence online, Progress progress) {
        StoredSheet sheet = sheet();
        Evidence evidence = Evidence.of(store, runId, online, progress);
        return new Judged(sheet, evidence.evaluation().run(), Judge.judge(sheet.sheet(), evidence));
    }

    /** The newest finished run of each pipeline, judged; the most met first. */
    public List<Judged> candidates(Progress progress) {
        Map<String, StoredRun> newest = new LinkedHashMap<>();
        store.runs().list().stream()
                .filter(StoredRun::finished)
                .forEach(run -> newest.putIfAbsent(run.pipeline() + run.detectorHash() + run.recognizerHash(), run));
        List<Judged> judged = new ArrayList<>();
        for (StoredRun run : newest.values()) {
            if (progress.cancelled()) {
                break;
            }
            judged.add(judge(run.id(), progress));
        }
        judged.sort(java.util.Comparator.comparingInt((Judged one) -> one.count(Outcome.MISSED))
                .thenComparingInt(one -> -one.count(Outcome.MET)));
        return judged;
    }

    /**
     * Releases a run.
     *
     * @throws ProblemException {@code release.missed} when it misses lines and nobody said that it should be released
     *     despite them, {@code release.no-reason}, {@code release.exists}
     */
    public StoredRelease release(Wish wish, Progress progress) {
        if (wish.people().isEmpty() || wish.reasons().isEmpty()) {
            throw new ProblemException(Problem.of("release.no-reason", wish.name()));
        }
        Judged chosen = judge(wish.run(), progress);
        refuseMissed(wish, chosen);
        return service.release(record(wish, chosen, candidates(progress)));
    }

    /** The same where the run, and the candidates that were looked at, are judged already. */
    public StoredRelease release(Wish wish, Judged chosen, List<Judged> looked) {
        refuseMissed(wish, chosen);
        return service.release(record(wish, chosen, looked));
    }

    private static void refuseMissed(Wish wish, Judged chosen) {
        List<String> missed = chosen.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.MISSED)
                .map(verdict -> verdict.line().id())
                .toList();
        if (!missed.isEmpty() && !(wish.despite() && !wish.weaknesses().isEmpty())) {
            throw new ProblemException(Problem.of(
                    "release.missed",
                    wish.name(),
                    "run",
                    String.valueOf(wish.run()),
                    "count",
                    String.valueOf(missed.size()),
                    "lines",
                    String.join(", ", missed)));
        }
    }

    private ReleaseRecord record(Wish wish, Judged chosen, List<Judged> looked) {
        StoredRun run = chosen.run();
        Optional<Verdict> signed = new VerdictStore(store).newestOf(run.id());
        return new ReleaseRecord(
                wish.name(),
                store.info().id(),
                run.pipeline(),
                run.detectorHash(),
                run.recognizerHash(),
                run.id(),
                run.dataRevision(),
                store.info().guideVersion(),
                chosen.sheet().version(),
                chosen.verdicts().stream().map(ServiceWork::line).toList(),
                looked.stream()
                        .map(one -> new ReleaseRecord.Candidate(
                                one.run().id(),
                                one.run().pipeline(),
                                one.count(Outcome.MET),
                                one.count(Outcome.MISSED),
                                one.count(Outcome.UNDECIDED),
                                one.shortlisted()))
                        .toList(),
                wish.people(),
                wish.reasons(),
                wish.weaknesses(),
                signed.map(Verdict::seal).orElse(""),
                store.clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    private static ReleaseRecord.JudgedLine line(LineVerdict verdict) {
        Requirement line = verdict.line();
        String asks =
                line.measure().map(measure -> measure.word()).orElse(line.kind().word())
                        + (line.perMille().isPresent() ? " " + line.percentile() : "")
                        + " of " + line.module().word()
                        + (line.slice().isEmpty() ? "" : " on " + line.slice());
        return new ReleaseRecord.JudgedLine(
                line.id(), asks, verdict.outcome().word(), line.bound(), verdict.measured(), verdict.samples());
    }
}
