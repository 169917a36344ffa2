package sigmark.inference.model;

import java.util.Map;

/** A model read whole and checked: its card and the bytes of its files. */
public final class ModelFiles {
    private final ModelCard card;
    private final Map<String, byte[]> files;

    ModelFiles(ModelCard card, Map<String, byte[]> files) {
        this.card = card;
        this.files = Map.copyOf(files);
    }

    public ModelCard card() {
        return card;
    }

    /** The bytes of one of the card's files; not copied, read only. */
    public byte[] bytes(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new IllegalArgumentException("model %s has no file %s".formatted(card.name(), file));
        }
        return bytes;
    }

    /** A file of the card as UTF-8 text. */
    public String text(String file) {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }
}
