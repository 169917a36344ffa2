package sigmark.app.work.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import sigmark.inference.model.ModelCard;
import sigmark.inference.model.ModelStore;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** The folders where a person's own models and pipelines stand; nothing that stands there is ever written over. */
public final class ModelShelf {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final ModelStore models;
    private final Path folder;
    private final Path pipelines;

    /**
     * @param models all that are known, shipped ones too
     * @param folder of the person's models
     * @param pipelines of the person's pipelines
     */
    public ModelShelf(ModelStore models, Path folder, Path pipelines) {
        this.models = models;
        this.folder = folder;
        this.pipelines = pipelines;
    }

    public ModelStore models() {
        return models;
    }

    /**
     * A name that a model may have.
     *
     * @throws ProblemException {@code training.bad-name}
     */
    public static String checked(String name) {
        if (!name.matches(NAME)) {
            throw new ProblemException(Problem.of("training.bad-name", name));
        }
        return name;
    }

    /** The first version from 1 on that no model of this name has. */
    public int freeVersion(String name) {
        Set<String> taken = new HashSet<>();
        for (ModelCard card : models.list(new ArrayList<>())) {
            taken.add(ModelStore.nameOf(card));
        }
        int version = 1;
        while (taken.contains(name + "-" + version) || Files.exists(folder.resolve(name + "-" + version))) {
            version++;
        }
        return version;
    }

    /** Fills a folder for a model. */
    public interface Filling {
        void fill(Path target) throws IOException;
    }

    /** Puts a model on the shelf: written beside, then moved to its place whole. */
    public Path put(String name, int version, Filling filling) {
        Path target = folder.resolve(name + "-" + version);
        Path beside = folder.resolve("." + name + "-" + version + ".part");
        try {
            Files.createDirectories(beside);
            filling.fill(beside);
            Files.move(beside, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes a pipeline with the model, named like it, unless one of that name is there. */
    public void putPipeline(String model, String detector, String recognizer) {
        Path file = pipelines.resolve(model + ".yaml");
        try {
            Files.createDirectories(pipelines);
            if (!Files.exists(file)) {
                Files.writeString(
                        file,
                        "name: %s%nversion: 1%ndetector: %s%nrecognizer: %s%nscoreFrom: 0.35%ncropMargin: 0.08%n"
                                .formatted(model, detector, recognizer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
