package sigmark.labeling.exchange.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;

/**
 * The files that paths stand for: files as given, folders with what is in them, in the order in which people count.
 *
 * @param leftOut paths that are not there, folders that cannot be listed
 */
public record FoundFiles(List<Path> files, List<LeftOut> leftOut) {
    public FoundFiles {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /** Looks; hidden files and folders below a given folder are passed over, links to folders not followed. */
    public static FoundFiles in(List<Path> paths, boolean recursive) {
        Set<Path> files = new LinkedHashSet<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> inside = new ArrayList<>();
                walk(path, recursive, inside, leftOut);
                inside.sort(NaturalOrder.PATHS);
                files.addAll(inside);
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                leftOut.add(new LeftOut(path.toString(), Problem.of("image.missing", path.toString())));
            }
        }
        return new FoundFiles(new ArrayList<>(files), leftOut);
    }

    private static void walk(Path folder, boolean recursive, List<Path> files, List<LeftOut> leftOut) {
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                boolean skip = !at.equals(folder) && (!recursive || isHidden(at));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file) && Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                leftOut.add(new LeftOut(
                        file.toString(),
                        Problem.of("image.unreadable", file.toString(), "detail", String.valueOf(e.getMessage()))));
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            leftOut.add(new LeftOut(
                    folder.toString(),
                    Problem.of("image.unreadable", folder.toString(), "detail", String.valueOf(e.getMessage()))));
        }
    }

    private static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".")
                || name.equals("Thumbs.db")
                || name.equals("desktop.ini")
                || name.equals("__MACOSX");
    }
}
