package sigmark.app.label;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import sigmark.app.base.Notices;
import sigmark.app.base.words.Message;
import sigmark.app.canvas.Nudge;
import sigmark.app.canvas.Outcome;
import sigmark.app.canvas.PageScene;
import sigmark.inference.latex.tidy.TidyForm;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.InkSnap;
import sigmark.inference.page.PixelImage;
import sigmark.inference.page.Writing;
import sigmark.labeling.edit.AcceptProposal;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DeleteRegion;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.MoveRegion;
import sigmark.labeling.edit.ReorderRegion;
import sigmark.labeling.edit.SetFlags;
import sigmark.labeling.edit.SetKind;
import sigmark.labeling.edit.SetRemark;
import sigmark.labeling.edit.SetState;
import sigmark.labeling.edit.SetTags;
import sigmark.labeling.edit.SetWriting;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;

/**
 * What a person does to regions, as edits. Touching a proposal in any way accepts it first: the model's layer is never
 * changed, a copy in the human layer is.
 */
public final class RegionCommands {
    /** A pause in typing after which undo stops. */
    private static final long TYPING_PAUSE = 1_500_000_000L;

    private final LabelViewModel view;
    private final Notices notices;
    private final LongSupplier nanoClock;
    private List<FormulaRegion> copied = List.of();
    private String session = "";
    private String sessionRegion = "";
    private long lastKey;

    RegionCommands(LabelViewModel view, Notices notices, LongSupplier nanoClock) {
        this.view = view;
        this.notices = notices;
        this.nanoClock = nanoClock;
    }

    /** Does what a gesture on the page asks for. */
    public void carryOut(Outcome outcome) {
        if (outcome instanceof Outcome.Select select) {
            view.select(select.ids());
        } else if (outcome instanceof Outcome.Draw draw) {
            draw(draw.snap() ? snapped(draw.box()) : draw.box());
        } else if (outcome instanceof Outcome.Reshape reshape) {
            reshape(reshape);
        }
    }

    /** A new box; its LaTeX gets the caret at once. */
    private void draw(Box box) {
        view.page().ifPresent(page -> {
            FormulaRegion region = FormulaRegion.drawn(page.id(), box, kindOf(box, page), writingOfPage());
            if (view.apply(new Compound(placed(region), "draw-region"))) {
                view.select(Set.of(region.id()));
                view.looks().reveal(box);
                view.looks().typeLatex();
            }
        });
    }

    /** The drawn region where it belongs in reading order. */
    private List<Edit> placed(FormulaRegion region) {
        List<FormulaRegion> all =
                view.editing().page().map(page -> page.ofLayer(Layer.HUMAN)).orElse(List.of());
        List<FormulaRegion> with = new ArrayList<>(all);
        with.add(region);
        int place = ReadingOrder.sort(with, FormulaRegion::box).indexOf(region);
        List<Edit> edits = new ArrayList<>(List.of(new DrawRegion(region)));
        if (place < all.size()) {
            edits.add(new ReorderRegion(region.id(), place));
        }
        return edits;
    }

    /** What stands alone and large is display; a slip is one key away from being mended. */
    private FormulaKind kindOf(Box box, Page page) {
        double[] heights = view.walkProperty().get().stream()
                .filter(region -> region.kind() == FormulaKind.INLINE)
                .mapToDouble(region -> region.box().height())
                .sorted()
                .toArray();
        double usual = heights.length == 0 ? page.height() / 55.0 : heights[heights.length / 2];
        boolean large = box.height() > 2 * usual || box.width() > 0.33 * page.width();
        return large ? FormulaKind.DISPLAY : FormulaKind.INLINE;
    }

    private Writing writingOfPage() {
        return view.walkProperty().get().stream()
                .filter(region -> region.layer() == Layer.HUMAN)
                .reduce((first, second) -> second)
                .map(FormulaRegion::writing)
                .orElse(Writing.PRINTED);
    }

    private Box snapped(Box box) {
        Optional<PixelImage> pixels = view.pictureProperty().get().map(picture -> picture.full());
        return pixels.flatMap(page -> InkSnap.snap(page, box)).orElse(box);
    }

    private void reshape(Outcome.Reshape reshape) {
        List<Edit> edits = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(view.selectedProperty().get());
        reshape.boxes().forEach((id, box) -> {
            Box wanted = reshape.snap() ? snapped(box) : box;
            ids.remove(id);
            ids.add(owned(id, edits, own -> new MoveRegion(own, wanted)));
        });
        if (view.apply(together(edits, "move-regions"))) {
            view.select(ids);
        }
    }

    /** Makes the selected boxes hug their ink. */
    public void snapSelected() {
        Map<String, Box> boxes = new java.util.LinkedHashMap<>();
        view.selectedRegions().forEach(region -> boxes.put(region.id(), region.box()));
        if (!boxes.isEmpty()) {
            reshape(new Outcome.Reshape(boxes, true));
        }
    }

    /** Moves or resizes the selected boxes by arrow keys; a series of nudges is one undo step. */
    public void nudge(Nudge nudge, PageScene scene) {
        List<FormulaRegion> regions = view.selectedRegions();
        if (regions.size() == 1 && regions.get(0).layer() == Layer.HUMAN) {
            FormulaRegion only = regions.get(0);
            view.apply(new MoveRegion(only.id(), nudge.apply(only.box(), scene), sessionOf("nudge " + only.id())));
            return;
        }
        Map<String, Box> boxes = new java.util.LinkedHashMap<>();
        regions.forEach(region -> boxes.put(region.id(), nudge.apply(region.box(), scene)));
        if (!boxes.isEmpty()) {
            reshape(new Outcome.Reshape(boxes, false));
        }
    }

    /** The panel's LaTeX after a key; {@code ownStep} asks for an undo step of its own. */
    public void type(String latex, boolean ownStep) {
        view.regionProperty().get().ifPresent(region -> {
            if (region.latex().orElse("").equals(latex)) {
                return;
            }
            if (ownStep) {
                session = "";
            }
            if (region.layer() == Layer.PROPOSAL) {
                edit(region, own -> new TypeLatex(own, latex), "type-latex");
            } else {
                view.editing().type(new TypeLatex(region.id(), Optional.of(latex), sessionOf("type " + region.id())));
            }
        });
    }

    /** Spells the LaTeX in its tidy form, as one undo step; the picture stays. */
    public void tidy() {
        view.regionProperty().get().flatMap(FormulaRegion::latex).ifPresent(latex -> type(TidyForm.of(latex), true));
    }

    /** One name while a person goes on with the same thing without a long pause. */
    private String sessionOf(String what) {
        long now = nanoClock.getAsLong();
        if (session.isEmpty() || !sessionRegion.equals(what) || now - lastKey > TYPING_PAUSE) {
            session = UUID.randomUUID().toString();
            sessionRegion = what;
        }
        lastKey = now;
        return session;
    }

    public void setKind(FormulaKind kind) {
        each(region -> region.kind() != kind, own -> new SetKind(own, kind), "set-kind");
    }

    public void setWriting(Writing writing) {
        each(region -> region.writing() != writing, own -> new SetWriting(own, writing), "set-writing");
    }

    public void setRemark(String remark) {
        view.regionProperty()
                .get()
                .filter(r -> !r.remark().equals(remark))
                .ifPresent(region -> edit(region, own -> new SetRemark(own, remark), "set-remark"));
    }

    public void setTags(Set<String> tags) {
        view.regionProperty()
                .get()
                .filter(r -> !r.tags().equals(tags))
                .ifPresent(region -> edit(region, own -> new SetTags(own, tags), "set-tags"));
    }

    /** Sets or takes away a flag of the selected regions; "not a formula" also puts the box out of sight. */
    public void toggleFlag(RegionFlag flag) {
        List<FormulaRegion> regions = view.selectedRegions();
        boolean take =
                !regions.isEmpty() && regions.stream().allMatch(r -> r.flags().contains(flag));
        List<Edit> edits = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (FormulaRegion region : regions) {
            Set<RegionFlag> flags = new LinkedHashSet<>(region.flags());
            if (take) {
                flags.remove(flag);
            } else {
                flags.add(flag);
            }
            ids.add(owned(region.id(), edits, own -> new SetFlags(own, flags)));
        }
        if (flag == RegionFlag.NOT_A_FORMULA && !take) {
            leaveFor(edits, "label.toast.not-a-formula");
        } else if (view.apply(together(edits, "set-flags"))) {
            view.select(ids);
        }
    }

    /** Takes the selected boxes away: people's are deleted, proposals are marked as no formulas. */
    public void delete() {
        List<Edit> edits = new ArrayList<>();
        for (FormulaRegion region : view.selectedRegions()) {
            if (region.layer() == Layer.HUMAN) {
                edits.add(new DeleteRegion(region.id()));
            } else {
                owned(region.id(), edits, own -> new SetFlags(own, Set.of(RegionFlag.NOT_A_FORMULA)));
            }
        }
        leaveFor(edits, "label.toast.deleted");
    }

    /** After boxes went away the one that takes their place in reading order is selected. */
    private void leaveFor(List<Edit> edits, String toast) {
        List<FormulaRegion> gone = view.selectedRegions();
        if (edits.isEmpty() || gone.isEmpty()) {
            return;
        }
        int place = view.indexOf(gone.get(0).id());
        if (view.apply(together(edits, "delete-regions"))) {
            List<FormulaRegion> left = view.walkProperty().get();
            view.select(
                    left.isEmpty()
                            ? Set.of()
                            : Set.of(left.get(Math.min(place, left.size() - 1)).id()));
            notices.toast(
                    Message.of(toast, "count", gone.size(), "number", place + 1), Message.of("label.toast.take-back"));
        }
    }

    /** Keeps the selected regions for pasting, on this page or another one. */
    public void copy() {
        if (!view.selectedRegions().isEmpty()) {
            copied = view.selectedRegions();
        }
    }

    public boolean hasCopied() {
        return !copied.isEmpty();
    }

    /** On another page at the same place, on the same one a little beside. */
    public void paste() {
        boolean samePage = !copied.isEmpty()
                && view.page()
                        .filter(page -> page.id().equals(copied.get(0).pageId()))
                        .isPresent();
        put(copied, samePage ? 12 : 0, "paste");
    }

    public void duplicate() {
        put(view.selectedRegions(), 12, "duplicate");
    }

    private void put(List<FormulaRegion> regions, double shift, String label) {
        view.page().ifPresent(page -> {
            List<Edit> edits = new ArrayList<>();
            Set<String> ids = new LinkedHashSet<>();
            for (FormulaRegion region : regions) {
                Optional<Box> box = region.box().translate(shift, shift).clip(page.width(), page.height());
                box.ifPresent(there -> {
                    FormulaRegion fresh = FormulaRegion.drawn(page.id(), there, region.kind(), region.writing())
                            .withLatex(region.latex())
                            .withFlags(region.flags())
                            .withTags(region.tags());
                    ids.add(fresh.id());
                    edits.add(new DrawRegion(fresh));
                });
            }
            if (!edits.isEmpty() && view.apply(new Compound(edits, label))) {
                view.select(ids);
            }
        });
    }

    /** One box around the selected ones; their LaTeX is joined in reading order. */
    public void merge() {
        List<FormulaRegion> parts = view.selectedRegions();
        if (parts.size() < 2) {
            return;
        }
        List<Edit> edits = new ArrayList<>();
        Box hull = parts.stream().map(FormulaRegion::box).reduce(Box::union).orElseThrow();
        List<String> latex =
                parts.stream().flatMap(part -> part.latex().stream()).toList();
        String kept = owned(parts.get(0).id(), edits, own -> new MoveRegion(own, hull));
        if (!latex.isEmpty()) {
            edits.add(new TypeLatex(kept, String.join(" ", latex)));
        }
        for (FormulaRegion part : parts.subList(1, parts.size())) {
            if (part.layer() == Layer.HUMAN) {
                edits.add(new DeleteRegion(part.id()));
            } else {
                owned(part.id(), edits, own -> new SetFlags(own, Set.of(RegionFlag.NOT_A_FORMULA)));
            }
        }
        if (view.apply(new Compound(edits, "merge"))) {
            view.select(Set.of(kept));
        }
    }

    /** The model's readings of the panel's region. */
    public List<Alternative> alternatives() {
        return view.regionProperty().get().map(this::alternativesOf).orElse(List.of());
    }

    private List<Alternative> alternativesOf(FormulaRegion region) {
        Optional<FormulaRegion> proposal = region.origin()
                .flatMap(origin -> view.editing().page().flatMap(page -> page.region(origin.proposalId())));
        return Alternative.of(region, proposal);
    }

    /** Takes a reading, counted from 1. */
    public void takeAlternative(int number) {
        List<Alternative> all = alternatives();
        if (number <= all.size()) {
            type(all.get(number - 1).latex(), true);
        }
    }

    /**
     * Accepts the panel's region and goes to the next one that is not finished: a proposal becomes a human region, a
     * region that was submitted or returned becomes accepted.
     */
    public void acceptAndNext() {
        view.regionProperty().get().ifPresent(region -> {
            String id = accept(region);
            view.finishedOne();
            goOnFrom(id);
        });
    }

    private String accept(FormulaRegion region) {
        if (region.layer() == Layer.PROPOSAL) {
            String own = UUID.randomUUID().toString();
            view.apply(new AcceptProposal(region.id(), own));
            return own;
        }
        if (region.state() == LabelState.SUBMITTED || region.state() == LabelState.RETURNED) {
            view.apply(new SetState(region.id(), LabelState.ACCEPTED));
        }
        return region.id();
    }

    private void goOnFrom(String id) {
        List<FormulaRegion> walk = view.walkProperty().get();
        int at = view.indexOf(id);
        for (int i = 1; i <= walk.size(); i++) {
            FormulaRegion next = walk.get(Math.floorMod(at + i, walk.size()));
            boolean behind = at + i < walk.size();
            if (!next.id().equals(id) && (behind || !isFinished(next))) {
                view.selectAndCenter(next.id());
                view.looks().typeLatex();
                return;
            }
        }
        view.select(Set.of(id));
        notices.toast(Message.of("label.toast.page-finished"), Message.of("label.toast.accept-page-key"));
    }

    /** A person's region with LaTeX, or with a flag that says why it has none. */
    static boolean isFinished(FormulaRegion region) {
        boolean excused = region.flags().contains(RegionFlag.ILLEGIBLE);
        return region.layer() == Layer.HUMAN && (excused || !region.lacksLatex());
    }

    private void each(java.util.function.Predicate<FormulaRegion> differs, Function<String, Edit> edit, String label) {
        List<Edit> edits = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (FormulaRegion region : view.selectedRegions()) {
            ids.add(differs.test(region) ? owned(region.id(), edits, edit) : region.id());
        }
        if (!edits.isEmpty() && view.apply(together(edits, label))) {
            view.select(ids);
        }
    }

    private void edit(FormulaRegion region, Function<String, Edit> edit, String label) {
        List<Edit> edits = new ArrayList<>();
        String own = owned(region.id(), edits, edit);
        if (view.apply(together(edits, label))) {
            view.select(Set.of(own));
        }
    }

    /** Adds an edit of a region, accepting it first when it is a proposal; answers the id that it has then. */
    private String owned(String id, List<Edit> edits, Function<String, Edit> edit) {
        boolean proposal = view.editing()
                .page()
                .flatMap(page -> page.region(id))
                .filter(region -> region.layer() == Layer.PROPOSAL)
                .isPresent();
        String own = proposal ? UUID.randomUUID().toString() : id;
        if (proposal) {
            edits.add(new AcceptProposal(id, own));
        }
        edits.add(edit.apply(own));
        return own;
    }

    private static Edit together(List<Edit> edits, String label) {
        return edits.size() == 1 ? edits.get(0) : new Compound(edits, label);
    }
}
