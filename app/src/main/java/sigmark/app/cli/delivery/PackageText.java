package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

/** How packages are named and written on the command line. */
final class PackageText {
    private PackageText() {}

    /** The file's name without its ending. */
    static String stem(Path file) {
        String name = file.toAbsolutePath().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static ObjectNode json(WorkPackage work) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("package", work.id()).put("name", work.name()).put("labeler", work.labeler());
        node.put("vendor", work.vendor()).put("project", work.projectName()).put("guide", work.guideVersion());
        node.put("round", work.round()).put("sentAt", work.sentAt().toString());
        node.put("deadline", work.deadline().map(LocalDate::toString).orElse(null));
        return node.put("proposals", work.proposals()).put("note", work.note());
    }

    /** The package that somebody means by its id, the beginning of it, or its name. */
    static Delivery named(ProjectStore store, String text) {
        List<Delivery> all = new DeliveryStore(store).list();
        List<Delivery> found = all.stream()
                .filter(each ->
                        each.work().id().startsWith(text) || each.work().name().equals(text))
                .toList();
        if (found.size() != 1) {
            throw new ProblemException(Problem.of(found.isEmpty() ? "package.unknown" : "package.ambiguous", text));
        }
        return found.get(0);
    }
}
