package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.ImageCopy;
import sigmark.labeling.project.PageSource;

/** Finds moved image files by content; hashes each file once at most, those of the same name first. */
final class RelinkSearch {
    private final List<Path> files;
    private final Map<Path, String> hashes = new HashMap<>();

    RelinkSearch(List<Path> files) {
        this.files = files;
    }

    Optional<Path> find(PageSource source, String name) {
        String key = FileNames.key(name);
        List<Path> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(
                file -> FileNames.key(String.valueOf(file.getFileName())).equals(key) ? 0 : 1));
        return ordered.stream()
                .filter(file -> hash(file).equals(source.sha256()))
                .findFirst();
    }

    private String hash(Path file) {
        return hashes.computeIfAbsent(file, f -> {
            try {
                return ImageCopy.sha256(f);
            } catch (IOException e) {
                return "";
            }
        });
    }

    PageSource linked(PageSource source, Path file) {
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        return new PageSource(path, false, source.sha256(), source.pdfPage(), source.dpi());
    }
}
