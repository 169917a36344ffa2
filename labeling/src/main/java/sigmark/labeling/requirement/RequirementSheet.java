package sigmark.labeling.requirement;

import java.util.List;
import java.util.Optional;

/**
 * The requirement sheet of a service: its lines in the order in which people read them. A value; the store numbers its
 * versions.
 *
 * @param name of the service
 * @param lines ids are unique
 * @param plan what the data plan counts with
 */
public record RequirementSheet(String name, List<Requirement> lines, PlanTerms plan) {
    public RequirementSheet {
        lines = List.copyOf(lines);
        if (lines.stream().map(Requirement::id).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("a line's id stands twice");
        }
    }

    /** Without lines. */
    public static RequirementSheet empty(String name) {
        return new RequirementSheet(name, List.of(), PlanTerms.DEFAULT);
    }

    public Optional<Requirement> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    public List<Requirement> of(RequirementKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    /** This sheet with a line in the place of the one of its id, or at the end. */
    public RequirementSheet with(Requirement line) {
        List<Requirement> changed = new java.util.ArrayList<>(lines);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).id().equals(line.id())) {
                changed.set(i, line);
                return new RequirementSheet(name, changed, plan);
            }
        }
        changed.add(line);
        return new RequirementSheet(name, changed, plan);
    }

    /** This sheet without a line. */
    public RequirementSheet without(String id) {
        return new RequirementSheet(
                name, lines.stream().filter(line -> !line.id().equals(id)).toList(), plan);
    }

    /** An id that no line has yet: the kind's letter and the next number. */
    public String freeId(RequirementKind kind) {
        String letter =
                switch (kind) {
                    case ACCURACY_OFFLINE -> "A";
                    case ACCURACY_ONLINE -> "B";
                    case TIME_OFFLINE, TIME_ONLINE -> "C";
                    case QPS, HARDWARE, SERVING_PLACE, INPUT_CONDITIONS -> "D";
                };
        int number = 1;
        while (line(letter + number).isPresent()) {
            number++;
        }
        return letter + number;
    }
}
