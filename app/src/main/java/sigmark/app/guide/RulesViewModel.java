package sigmark.app.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sigmark.app.base.Jobs;
import sigmark.app.rule.GuideInForce;
import sigmark.app.rule.RuleDesk;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.example.RuleTrial;

/** The guide's rules by section, the one chosen, what the search finds, and how each rule judges its own examples. */
final class RulesViewModel {
    private final GuideInForce guide;
    private final RuleDesk rules;
    private final Jobs.Latest trying;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, RuleTrial>> trials = new ReadOnlyObjectWrapper<>(Map.of());

    private Optional<String> wanted = Optional.empty();

    /**
     * A line of the list: a section, or a rule in it.
     *
     * @param rule empty for a section, whose {@code title} and count of rules are shown
     */
    record Row(int section, String title, Optional<GuideRule> rule, int count) {}

    RulesViewModel(GuideInForce guide, RuleDesk rules) {
        this.guide = guide;
        this.rules = rules;
        trying = rules.desk().jobs().latest();
        guide.property().addListener((property, old, now) -> {
            tryRules(now.guide());
            list();
            Optional<String> waiting = wanted;
            wanted = Optional.empty();
            waiting.ifPresent(id -> choose(Optional.of(id)));
        });
        search.addListener((property, old, now) -> list());
        rules.desk().texts().wordsProperty().addListener((property, old, now) -> list());
    }

    StringProperty searchProperty() {
        return search;
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Id of the rule shown; empty shows the introduction. */
    ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<String, RuleTrial>> trialsProperty() {
        return trials.getReadOnlyProperty();
    }

    Guide guide() {
        return guide.get().guide();
    }

    GuideWords words() {
        return guide().in(rules.language());
    }

    /** Examples that their own rules judge wrongly. */
    int brokenExamples() {
        return trials.get().values().stream()
                .mapToInt(trial -> trial.broken().size() + trial.problems().size())
                .sum();
    }

    /** Shows a rule; while the guide is not read yet, as soon as it is. */
    void choose(Optional<String> id) {
        wanted = guide.get().version() < 0 ? id : Optional.empty();
        chosen.set(id.filter(wanted -> guide().rule(wanted).isPresent()));
    }

    /** The rule this many places further in the list; from the introduction the first one. */
    void step(int places) {
        List<String> ids = rows.get().stream()
                .flatMap(row -> row.rule().stream())
                .map(GuideRule::id)
                .toList();
        int at = chosen.get().map(ids::indexOf).orElse(-1) + places;
        if (at >= 0 && at < ids.size()) {
            choose(Optional.of(ids.get(at)));
        } else if (at < 0) {
            choose(Optional.empty());
        }
    }

    private void tryRules(Guide tried) {
        trials.set(Map.of());
        trying.load(
                () -> {
                    Map<String, RuleTrial> byId = new HashMap<>();
                    RuleTrial.all(tried, rules.gallery())
                            .forEach(trial -> byId.put(trial.rule().id(), trial));
                    rules.gallery().forgetPages();
                    return byId;
                },
                trials::set,
                rules.desk().notices()::problem);
    }

    private void list() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        GuideWords words = words();
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < words.sections().size(); i++) {
            GuideSection section = words.sections().get(i);
            List<Row> found = new ArrayList<>();
            for (String id : section.ruleIds()) {
                String text = (id + " " + words.rule(id).title() + " "
                                + words.rule(id).markdown())
                        .toLowerCase(Locale.ROOT);
                int number = i;
                guide().rule(id)
                        .filter(rule -> wanted.isEmpty() || text.contains(wanted))
                        .ifPresent(rule -> found.add(
                                new Row(number, words.rule(id).title().replace("`", ""), Optional.of(rule), 0)));
            }
            if (!found.isEmpty()) {
                all.add(new Row(i, section.title(), Optional.empty(), found.size()));
                all.addAll(found);
            }
        }
        rows.set(all);
    }
}
