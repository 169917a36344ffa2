package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.Jobs;
import sigmark.app.base.Texts;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.app.canvas.PagePicture;
import sigmark.app.rule.GuideInForce;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.Finding;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.PageInk;
import sigmark.labeling.guide.check.PixelInk;
import sigmark.labeling.packing.Asking;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;

/** The guide's rules on the open page: what the panel's region breaks now, and what keeps the page from being submitted. */
public final class RegionChecks {
    private final LabelViewModel view;
    private final Workspace workspace;
    private final GuideInForce guide;
    private final Jobs.Latest checking;
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<FormulaRegion> foundOn = Optional.empty();
    private final ReadOnlyObjectWrapper<List<Place>> blocking = new ReadOnlyObjectWrapper<>(List.of());

    /** A region that keeps its page from being submitted, by the first rule that it breaks. */
    public record Place(String regionId, int number, Finding finding) {}

    RegionChecks(LabelViewModel view, Workspace workspace, GuideInForce guide) {
        this.view = view;
        this.workspace = workspace;
        this.guide = guide;
        checking = workspace.desk().jobs().latest();
        view.regionProperty()
                .addListener((property, old, now) ->
                        check(now.isPresent() && old.map(FormulaRegion::id).equals(now.map(FormulaRegion::id))));
        view.pictureProperty().addListener((property, old, now) -> check());
        guide.property().addListener((property, old, now) -> check());
        view.localPageProperty().addListener((property, old, now) -> {
            boolean other = !old.map(LocalPage::page)
                    .map(Page::id)
                    .equals(now.map(LocalPage::page).map(Page::id));
            blocking.set(other ? List.of() : stillBlocking(now));
        });
    }

    /** What the panel's region breaks, the gravest first; one a rule. */
    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Why the page could not be submitted when that was tried; empty when it was not tried, or all is mended. */
    public ReadOnlyObjectProperty<List<Place>> blockingProperty() {
        return blocking.getReadOnlyProperty();
    }

    GuideInForce guide() {
        return guide;
    }

    private void check() {
        check(false);
    }

    /** @param typing the same region goes on changing; its rendering comes first */
    private void check(boolean typing) {
        Optional<FormulaRegion> region = view.regionProperty().get();
        if (region.isEmpty()) {
            checking.forget();
            found(region, List.of());
            return;
        }
        GuideChecker checker = guide.get().checker();
        CheckedRegion checked = checked(region.get(), ink());
        Callable<List<Finding>> check = () -> onePerRule(checker.check(checked));
        if (typing) {
            checking.loadAfterPause(check, found -> found(region, found), problem -> {});
        } else {
            checking.load(check, found -> found(region, found), problem -> {});
        }
    }

    private void found(Optional<FormulaRegion> region, List<Finding> now) {
        foundOn = region;
        if (!now.equals(findings.get())) {
            findings.set(now);
        }
    }

    private static List<Finding> onePerRule(List<Finding> found) {
        List<Finding> first = new ArrayList<>();
        for (Finding finding : found) {
            if (first.stream().noneMatch(other -> other.rule().equals(finding.rule()))) {
                first.add(finding);
            }
        }
        return first;
    }

    private Optional<PageInk> ink() {
        return view.pictureProperty()
                .get()
                .map(PagePicture::full)
                .map(pixels -> new PixelInk(
                        pixels, view.page().map(p -> p.source().dpi()).orElse(0)));
    }

    private CheckedRegion checked(FormulaRegion region, Optional<PageInk> ink) {
        List<FormulaRegion> people = view.walkProperty().get().stream()
                .filter(other -> other.layer() == Layer.HUMAN)
                .toList();
        List<Box> others = people.stream()
                .filter(other -> !other.id().equals(region.id()))
                .map(FormulaRegion::box)
                .toList();
        boolean linked = region.pieceOf().isPresent()
                || people.stream()
                        .anyMatch(other ->
                                other.pieceOf().filter(region.id()::equals).isPresent());
        return new CheckedRegion(CheckedRegion.Label.of(region, linked), ink, others);
    }

    /** Looks at all of the page, and goes on when no blocking rule is broken. */
    void beforeSubmit(Runnable goOn) {
        GuideChecker checker = guide.get().checker();
        Optional<PageInk> ink = ink();
        List<FormulaRegion> regions = view.walkProperty().get();
        List<CheckedRegion> all =
                regions.stream().map(region -> checked(region, ink)).toList();
        workspace
                .desk()
                .jobs()
                .load(
                        () -> places(regions, all, checker),
                        found -> {
                            blocking.set(found);
                            if (found.isEmpty()) {
                                goOn.run();
                            } else {
                                view.selectAndCenter(found.get(0).regionId());
                                workspace
                                        .desk()
                                        .notices()
                                        .toast(Message.of("label.toast.blocked", "count", found.size()));
                            }
                        },
                        workspace.desk().notices()::problem);
    }

    private static List<Place> places(List<FormulaRegion> regions, List<CheckedRegion> all, GuideChecker checker) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int number = i + 1;
            String id = regions.get(i).id();
            checker.check(all.get(i)).stream()
                    .filter(Finding::blocks)
                    .findFirst()
                    .ifPresent(finding -> places.add(new Place(id, number, finding)));
        }
        return places;
    }

    /** The list shrinks as places are mended; it is made anew on the next try. */
    private List<Place> stillBlocking(Optional<LocalPage> page) {
        if (blocking.get().isEmpty() || page.isEmpty()) {
            return List.of();
        }
        return blocking.get().stream()
                .filter(place -> page.get().region(place.regionId()).isPresent())
                .filter(place -> guide.get()
                        .checker()
                        .check(
                                place.finding().rule(),
                                checked(page.get().region(place.regionId()).orElseThrow(), ink()))
                        .filter(violations -> !violations.isEmpty())
                        .isPresent())
                .toList();
    }

    /** The first violation that can be mended by program. */
    Optional<Fix> fix() {
        return findings.get().stream()
                .flatMap(finding -> finding.violation().fix().stream())
                .findFirst();
    }

    /** Mends the first violation that can be mended, of the region as it is now, as one undo step. */
    void mend(RegionCommands commands) {
        Optional<FormulaRegion> region = view.regionProperty().get();
        if (region.isPresent() && !region.equals(foundOn)) {
            checking.forget();
            found(region, onePerRule(guide.get().checker().check(checked(region.get(), ink()))));
        }
        fix().ifPresent(fix -> carryOut(fix, commands));
    }

    private void carryOut(Fix fix, RegionCommands commands) {
        fix.latex().ifPresent(latex -> commands.type(latex, true));
        fix.box().ifPresent(box -> view.regionProperty()
                .get()
                .ifPresent(region -> commands.carryOut(
                        new sigmark.app.canvas.Outcome.Reshape(java.util.Map.of(region.id(), box), false))));
        fix.kind().ifPresent(commands::setKind);
        fix.flag()
                .filter(flag -> view.regionProperty()
                        .get()
                        .filter(region -> !region.flags().contains(flag))
                        .isPresent())
                .ifPresent((RegionFlag flag) -> commands.toggleFlag(flag));
    }

    /** Says, in the author's name, that the first violation is none; that is a question to the curator. */
    void dispute() {
        Optional<FormulaRegion> region = view.regionProperty().get();
        if (region.isEmpty() || findings.get().isEmpty()) {
            return;
        }
        String rule = findings.get().get(0).rule().id();
        Texts texts = workspace.desk().texts();
        String title =
                guide.get().guide().in(texts.language().code()).rule(rule).title();
        String asked = texts.text("label.dispute.question", "rule", rule, "title", title.replace("`", ""));
        workspace
                .edits()
                .submit(
                        () -> new Asking(workspace.store()).dispute(region.get(), rule, asked),
                        dispute -> workspace.desk().notices().toast(Message.of("label.toast.disputed", "rule", rule)),
                        workspace.desk().notices()::problem);
    }

    /** Ids of the rules broken now. */
    Set<String> brokenRules() {
        return findings.get().stream().map(finding -> finding.rule().id()).collect(Collectors.toSet());
    }
}
