package sigmark.app.work;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sigmark.app.base.settings.AppFolders;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.file.KnownKeys;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.packing.HandIn;
import sigmark.labeling.packing.PackageGuide;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.packing.StoredGuide;
import sigmark.labeling.packing.WorkOpener;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/**
 * Packages as this person makes them: with the keys of their own data folder.
 *
 * @param folder where the keys lie
 */
public record Keys(Path folder) {
    private static final String LABELER = "labeler";

    /** Those of this machine and person. */
    public static Keys ofMachine() {
        return new Keys(AppFolders.ofMachine().data().resolve("keys"));
    }

    /** Sends with the project's key, which is made at its first package. */
    public PackageOut out(ProjectStore store) {
        return new PackageOut(store, SigningKey.kept(folder, store.info().id()), guide());
    }

    /** Hands in with the labeler's key, which is made at the first return. */
    public HandIn handIn(ProjectStore copy) {
        return new HandIn(copy, SigningKey.kept(folder, LABELER), guide());
    }

    /** Opens a package, beside its file when no folder is given. */
    public WorkOpener.Opened open(Path file, Optional<Path> place, Progress progress) {
        Path target = place.orElseGet(() -> {
            try (PackageReader reader = new PackageReader(file)) {
                return file.toAbsolutePath()
                        .resolveSibling(WorkOpener.folderName(reader.manifest().work()));
            }
        });
        return new WorkOpener(new KnownKeys(folder), guide(), Clock.systemUTC()).open(file, target, progress);
    }

    /** How the guide travels. */
    public static PackageGuide guide() {
        return new StoredGuide();
    }

    /** Ids of the guide's rules that a region violates. */
    public static Function<FormulaRegion, List<String>> rules(ProjectStore store) {
        GuideChecker checker = new GuideChecker(
                GuideReader.read(new GuideStore(store).sourceInForce()).guide());
        return region -> checker
                .check(new CheckedRegion(
                        CheckedRegion.Label.of(region, region.pieceOf().isPresent()), Optional.empty(), List.of()))
                .stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .toList();
    }
}
