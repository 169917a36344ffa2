package sigmark.inference.synthesis;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Text fonts for synthesis, read from folders of font files (such as {@code /usr/share/fonts} with Debian's packages
 * {@code fonts-nanum fonts-noto-cjk fonts-lmodern fonts-texgyre} installed). Which pairs are known stands in
 * {@code typefaces.txt}; those whose files are missing are left out.
 */
public final class Typefaces {
    private final List<Typeface> typefaces;

    private Typefaces(List<Typeface> typefaces) {
        this.typefaces = List.copyOf(typefaces);
    }

    /** Java's own serif and sans-serif: what there is on any machine, enough for tests. */
    public static Typefaces builtIn() {
        List<Typeface> found = new ArrayList<>();
        for (String family : List.of(Font.SERIF, Font.SANS_SERIF)) {
            Font regular = new Font(family, Font.PLAIN, 1);
            Font bold = regular.deriveFont(Font.BOLD);
            found.add(new Typeface(family, regular, bold, regular.deriveFont(Font.ITALIC), regular, bold));
        }
        return new Typefaces(found);
    }

    /** The known pairs under a folder of fonts, or where there are none, the fonts that the program brings along. */
    public static Typefaces installed(Path folder) {
        try {
            return under(folder);
        } catch (ProblemException noneThere) {
            return shipped();
        }
    }

    /** Java's own serif and sans-serif with the shipped Korean font. */
    static Typefaces shipped() {
        Font hangul = shipped("Pretendard-Regular.otf");
        Font bold = shipped("Pretendard-Bold.otf");
        List<Typeface> found = new ArrayList<>();
        for (Typeface face : builtIn().all()) {
            found.add(new Typeface(face.name(), face.regular(), face.bold(), face.italic(), hangul, bold));
        }
        FormulaInk.useForHangul(hangul);
        return new Typefaces(found);
    }

    private static Font shipped(String file) {
        try (InputStream stream = Typefaces.class.getResourceAsStream("/sigmark/fonts/" + file)) {
            if (stream == null) {
                throw new ProblemException(Problem.of("synthesis.no-fonts", file));
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException | FontFormatException e) {
            throw new ProblemException(Problem.of("synthesis.no-fonts", file), e);
        }
    }

    /**
     * The known pairs whose files lie under a folder.
     *
     * @throws ProblemException {@code synthesis.no-fonts} when there is none
     */
    public static Typefaces under(Path folder) {
        Map<String, Path> files = files(folder);
        List<Typeface> found = new ArrayList<>();
        for (String line : Resources.lines("typefaces.txt")) {
            String[] names = line.split("\\s+", -1);
            List<Path> paths = new ArrayList<>();
            for (int i = 1; i < names.length; i++) {
                Optional.ofNullable(files.get(names[i].toLowerCase(Locale.ROOT)))
                        .ifPresent(paths::add);
            }
            if (paths.size() == 5) {
                List<Font> fonts = paths.stream().map(Typefaces::read).toList();
                found.add(new Typeface(names[0], fonts.get(0), fonts.get(1), fonts.get(2), fonts.get(3), fonts.get(4)));
            }
        }
        if (found.isEmpty()) {
            throw new ProblemException(Problem.of("synthesis.no-fonts", folder.toString()));
        }
        FormulaInk.useForHangul(found.get(0).hangul());
        return new Typefaces(found);
    }

    /** Whether there is none. */
    public boolean none() {
        return typefaces.isEmpty();
    }

    List<Typeface> all() {
        return typefaces;
    }

    /** The pair of that name; for pages that must look the same every time. */
    Typeface named(String name) {
        return typefaces.stream()
                .filter(face -> face.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("synthesis.no-fonts", name)));
    }

    /** Only the pairs whose name is, or is not, in a list: some are kept out of training to measure with. */
    public Typefaces only(boolean kept, List<String> names) {
        return new Typefaces(typefaces.stream()
                .filter(face -> names.contains(face.name()) == kept)
                .toList());
    }

    private static Map<String, Path> files(Path folder) {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted().forEach(path -> {
                String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
                if (name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc")) {
                    files.putIfAbsent(name, path);
                }
            });
        } catch (IOException e) {
            throw new ProblemException(Problem.of("synthesis.no-fonts", folder.toString()), e);
        }
        return files;
    }

    private static Font read(Path file) {
        try {
            return file.toString().endsWith(".ttc")
                    ? korean(Font.createFonts(file.toFile()))
                    : Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (IOException | FontFormatException e) {
            throw new ProblemException(Problem.of("synthesis.no-fonts", file.toString()), e);
        }
    }

    /** Of a collection the face drawn for Korea. */
    private static Font korean(Font[] faces) {
        for (Font face : faces) {
            if (face.getFontName(Locale.ENGLISH).contains("KR")) {
                return face;
            }
        }
        return faces[0];
    }
}
