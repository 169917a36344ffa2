package sigmark.app.base.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.app.base.words.Language;

/**
 * What a person chose, kept between starts.
 *
 * @param language empty until chosen: then the machine's
 * @param person name kept with each edit; empty until asked
 * @param device {@code auto}, {@code cpu} or {@code cuda}
 * @param keys chosen keys by action id, such as {@code Ctrl+Enter}
 * @param recent projects, the last opened first
 * @param splits places of splitters, 0 to 1, by pane
 * @param lookTaken true once the guided look was taken or left
 */
public record Preferences(
        Optional<Language> language,
        Tone tone,
        String person,
        String device,
        Map<String, List<String>> keys,
        List<RecentProject> recent,
        WindowPlace window,
        Map<String, Double> splits,
        boolean lookTaken) {
    private static final int MOST_RECENT = 12;

    public static final Preferences DEFAULT = new Preferences(
            Optional.empty(), Tone.LIGHT, "", "auto", Map.of(), List.of(), WindowPlace.UNKNOWN, Map.of(), false);

    public Preferences {
        keys = Map.copyOf(keys);
        recent = List.copyOf(recent);
        splits = Map.copyOf(splits);
    }

    /** Where the window was, in screen pixels. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace UNKNOWN = new WindowPlace(0, 0, 0, 0, false);
    }

    public Preferences withLanguage(Language chosen) {
        return new Preferences(Optional.of(chosen), tone, person, device, keys, recent, window, splits, lookTaken);
    }

    public Preferences withTone(Tone chosen) {
        return new Preferences(language, chosen, person, device, keys, recent, window, splits, lookTaken);
    }

    public Preferences withPerson(String name) {
        return new Preferences(language, tone, name.strip(), device, keys, recent, window, splits, lookTaken);
    }

    public Preferences withDevice(String chosen) {
        return new Preferences(language, tone, person, chosen, keys, recent, window, splits, lookTaken);
    }

    /** With other keys for one action; an empty list leaves it without keys. */
    public Preferences withKeys(String action, List<String> chords) {
        Map<String, List<String>> changed = new HashMap<>(keys);
        changed.put(action, List.copyOf(chords));
        return withAllKeys(changed);
    }

    /** With the action's own keys again. */
    public Preferences withoutKeys(String action) {
        Map<String, List<String>> changed = new HashMap<>(keys);
        changed.remove(action);
        return withAllKeys(changed);
    }

    private Preferences withAllKeys(Map<String, List<String>> changed) {
        return new Preferences(language, tone, person, device, changed, recent, window, splits, lookTaken);
    }

    /** With a project at the top of the recent ones; an older entry of the same folder goes. */
    public Preferences withRecent(RecentProject project) {
        List<RecentProject> changed = new ArrayList<>();
        changed.add(project);
        recent.stream().filter(old -> !old.folder().equals(project.folder())).forEach(changed::add);
        return withRecentList(changed.subList(0, Math.min(MOST_RECENT, changed.size())));
    }

    public Preferences withoutRecent(String folder) {
        return withRecentList(
                recent.stream().filter(old -> !old.folder().equals(folder)).toList());
    }

    private Preferences withRecentList(List<RecentProject> changed) {
        return new Preferences(language, tone, person, device, keys, changed, window, splits, lookTaken);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(language, tone, person, device, keys, recent, place, splits, lookTaken);
    }

    public Preferences withSplit(String pane, double position) {
        Map<String, Double> changed = new HashMap<>(splits);
        changed.put(pane, position);
        return new Preferences(language, tone, person, device, keys, recent, window, changed, lookTaken);
    }

    public Preferences withLookTaken(boolean taken) {
        return new Preferences(language, tone, person, device, keys, recent, window, splits, taken);
    }
}
