package sigmark.labeling.packing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.EnrolledKey;
import sigmark.labeling.delivery.MergedHandIn;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.ReturnedPage;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.delivery.file.PageJson;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

/**
 * Merges returns into the project that sent the package. Everything is checked before anything is written, and what is
 * written is one transaction; a return that was merged before changes nothing.
 */
public final class PackageIn {
    private static final int TRIES = 5;

    private final ProjectStore store;
    private final DeliveryStore deliveries;
    private final PackageGuide guide;

    public PackageIn(ProjectStore store, PackageGuide guide) {
        this.store = store;
        this.deliveries = new DeliveryStore(store);
        this.guide = guide;
    }

    /**
     * Merges a return, or says which conflicts must be decided first.
     *
     * @param trusted fingerprint of a key that the curator has compared with the labeler; empty for none
     * @throws ProblemException those of {@link PackageReader}; {@code package.not-a-return},
     *     {@code package.other-project}, {@code package.unknown}, {@code package.other-round},
     *     {@code package.unknown-key}, {@code package.wrong-key}, {@code package.page-not-sent},
     *     {@code package.foreign-region}, {@code package.bad-labels}
     */
    public MergeReport merge(Path file, Resolution resolution, Optional<String> trusted, Progress progress) {
        try (PackageReader reader = new PackageReader(file)) {
            Delivery delivery = delivery(reader);
            checkKey(reader, delivery, trusted);
            int handIn = reader.manifest().handIn();
            int merged = deliveries.newestHandIn(
                    delivery.work().id(), reader.manifest().work().round());
            if (deliveries.isMerged(reader.manifestSha256()) || handIn <= merged) {
                String code = handIn < merged ? "package.older-return" : "package.merged-before";
                Problem reason = Problem.of(code, file.getFileName().toString());
                Balance nothing = new Balance(0, 0, List.of(new LeftOut(String.valueOf(file.getFileName()), reason)));
                return new MergeReport(
                        delivery.work(), MergeReport.End.MERGED_BEFORE, handIn, 0, List.of(), List.of(), nothing);
            }
            checkRound(reader, delivery);
            reader.verify(progress);
            return merge(reader, delivery, resolution);
        }
    }

    private Delivery delivery(PackageReader reader) {
        Manifest manifest = reader.manifest();
        String file = reader.file().toString();
        if (manifest.kind() != Manifest.Kind.RETURN) {
            throw new ProblemException(Problem.of("package.not-a-return", file));
        }
        if (!manifest.work().projectId().equals(store.info().id())) {
            throw new ProblemException(Problem.of(
                    "package.other-project", file, "project", manifest.work().projectName()));
        }
        return deliveries
                .find(manifest.work().id())
                .orElseThrow(() -> new ProblemException(
                        Problem.of("package.unknown", manifest.work().name())));
    }

    private void checkRound(PackageReader reader, Delivery delivery) {
        if (!reader.manifest().answers().equals(delivery.manifestSha256())) {
            throw new ProblemException(Problem.of(
                    "package.other-round",
                    reader.file().toString(),
                    "round",
                    Integer.toString(reader.manifest().work().round()),
                    "now",
                    Integer.toString(delivery.work().round())));
        }
        if (reader.manifest().handIn() < 1) {
            throw reader.badLabels("manifest.json", "handIn");
        }
    }

    /** The labeler's key is known, or is the one that the curator says it is. */
    private void checkKey(PackageReader reader, Delivery delivery, Optional<String> trusted) {
        String fingerprint = SigningKey.fingerprint(reader.manifest().signer());
        String labeler = delivery.work().labeler();
        List<EnrolledKey> keys = deliveries.keysOf(labeler);
        if (keys.stream()
                .anyMatch(key -> key.publicKey().equals(reader.manifest().signer()))) {
            return;
        }
        if (trusted.map(PackageIn::plain).filter(plain(fingerprint)::equals).isPresent()) {
            deliveries.enroll(fingerprint, reader.manifest().signer(), labeler);
            return;
        }
        throw new ProblemException(Problem.of(
                keys.isEmpty() ? "package.unknown-key" : "package.wrong-key",
                reader.file().toString(),
                "labeler",
                labeler,
                "fingerprint",
                fingerprint,
                "known",
                keys.stream().map(EnrolledKey::fingerprint).collect(Collectors.joining(", "))));
    }

    private static String plain(String fingerprint) {
        return fingerprint.replaceAll("[^0-9a-fA-F]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private MergeReport merge(PackageReader reader, Delivery delivery, Resolution resolution) {
        Map<String, DeliveredPage> sent = deliveries.pages(delivery.work().id()).stream()
                .collect(Collectors.toMap(DeliveredPage::pageId, Function.identity()));
        List<ReturnedPage> returned = returned(reader, delivery, sent);
        List<Question> questions = questions(reader, delivery, sent);
        guide.takeResults(store, delivery.work().labeler(), WorkOpener.files(reader, Entries.GUIDE));
        for (int attempt = 1; ; attempt++) {
            long revision = store.info().revision();
            MergePlan plan = new MergePlan(store, reader, resolution);
            returned.forEach(page ->
                    Optional.ofNullable(sent.get(page.labels().pageId())).ifPresent(known -> plan.add(known, page)));
            if (!plan.open().isEmpty()) {
                return report(delivery, reader, returned, plan, MergeReport.End.CONFLICTS);
            }
            try {
                MergedHandIn handIn = new MergedHandIn(
                        delivery.work().id(),
                        delivery.work().round(),
                        reader.manifest().handIn(),
                        reader.manifestSha256(),
                        SigningKey.fingerprint(reader.manifest().signer()),
                        returned,
                        questions,
                        plan.in(),
                        plan.out());
                deliveries.merge(handIn, plan.edit(), revision);
                return report(delivery, reader, returned, plan, MergeReport.End.MERGED);
            } catch (ProblemException e) {
                // somebody edited meanwhile: what was compared is not what is there
                if (!e.problem().code().equals("package.project-changed") || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static MergeReport report(
            Delivery delivery, PackageReader reader, List<ReturnedPage> returned, MergePlan plan, MergeReport.End end) {
        return new MergeReport(
                delivery.work(),
                end,
                reader.manifest().handIn(),
                returned.size(),
                plan.conflicts(),
                plan.open(),
                end == MergeReport.End.MERGED ? plan.balance() : new Balance(plan.in(), 0, List.of()));
    }

    private List<ReturnedPage> returned(PackageReader reader, Delivery delivery, Map<String, DeliveredPage> sent) {
        List<ReturnedPage> returned = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> regions = new HashSet<>();
        reader.lines(Entries.LABELS, line -> {
            ReturnedPage page = PageJson.returned(line);
            String id = page.labels().pageId();
            DeliveredPage known = sent.get(id);
            if (known == null || !seen.add(id)) {
                throw new ProblemException(
                        Problem.of("package.page-not-sent", reader.file().toString(), "page", id));
            }
            if (!page.labels().samePicture(known.sent())) {
                throw new IllegalArgumentException("page %s has another picture".formatted(id));
            }
            page.labels().regions().forEach(region -> {
                if (!regions.add(region.id())) {
                    throw new IllegalArgumentException("region %s lies on two pages".formatted(region.id()));
                }
            });
            returned.add(SignedLabels.of(page, known.base(), delivery.work()));
        });
        return returned;
    }

    /** New questions on pages of the package, as the labeler's and open; what the file says of answers is not taken. */
    private List<Question> questions(PackageReader reader, Delivery delivery, Map<String, DeliveredPage> sent) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Question question : WorkOpener.questions(reader)) {
            if (sent.containsKey(question.pageId())) {
                questions.put(
                        question.id(),
                        new Question(
                                question.id(),
                                question.pageId(),
                                question.regionId(),
                                question.rule(),
                                question.text(),
                                question.latex(),
                                question.crop(),
                                question.blocking(),
                                delivery.work().labeler(),
                                question.askedAt(),
                                Optional.of(delivery.work().id()),
                                QuestionState.OPEN,
                                Optional.empty(),
                                java.util.OptionalInt.empty()));
            }
        }
        return List.copyOf(questions.values());
    }

    /** Only pages with that role are merged; the others stand aside. */
    static boolean merges(DeliveredPage page) {
        return page.role() == PageRole.WORK;
    }
}
