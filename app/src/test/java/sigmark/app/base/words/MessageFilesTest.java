package sigmark.app.base.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks all message files: everything that is said is said in both languages, and is said from somewhere. */
class MessageFilesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("src-resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?:\\|[^}]*)?}");
    private static final Pattern EDIT = Pattern.compile(
            "(?:implements Edit \\{.{0,900}?String name\\(\\) \\{\\s*return|(?:Compound|together)\\([^;\"{]*?)"
                    + " ?\"([a-z-]+)\"",
            Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("Problem\\s*\\.of\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"");

    @Test
    void everyFileIsOnTheListAndHasItsOtherLanguage() throws IOException {
        Set<String> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceAll("_(en|ko)\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(Set.copyOf(Words.concerns())).containsExactlyInAnyOrderElementsOf(files);
        assertThat(files).allSatisfy(name -> {
            assertThat(FOLDER.resolve(name + "_en.properties")).exists();
            assertThat(FOLDER.resolve(name + "_ko.properties")).exists();
        });
    }

    @Test
    void everyKeyHasBothLanguagesAndTheSamePlaces() {
        Map<String, String> english = read(Language.ENGLISH);
        Map<String, String> korean = read(Language.KOREAN);
        assertThat(korean.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        assertThat(english)
                .allSatisfy((key, text) ->
                        assertThat(places(korean.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    /** What is undone is said in words. */
    @Test
    void everyEditHasItsWords() throws IOException {
        Map<String, String> english = read(Language.ENGLISH);
        Set<String> names = new TreeSet<>();
        for (String module : List.of("labeling", "analysis", "app")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    Matcher found = EDIT.matcher(Files.readString(source));
                    while (found.find()) {
                        names.add(found.group(1));
                    }
                }
            }
        }
        assertThat(names).contains("import-labels", "type-latex", "move-regions");
        assertThat(names)
                .filteredOn(name -> !english.containsKey("step." + name))
                .as("edits without words")
                .isEmpty();
    }

    @Test
    void everyProblemThatIsThrownHasItsWordsAndARemedy() throws IOException {
        Map<String, String> english = read(Language.ENGLISH);
        Set<String> codes = new TreeSet<>();
        for (String module : List.of("inference", "labeling", "analysis", "app")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    Matcher found = CODE.matcher(Files.readString(source));
                    while (found.find()) {
                        codes.add(found.group(1));
                    }
                }
            }
        }
        assertThat(codes).contains("app.folder-taken");
        assertThat(codes)
                .filteredOn(code ->
                        !english.containsKey("problem." + code) || !english.containsKey("problem." + code + ".remedy"))
                .as("codes without words or without a remedy")
                .isEmpty();
    }

    @Test
    void englishTextsKeepTheTone() {
        assertThat(read(Language.ENGLISH)).allSatisfy((key, text) -> assertThat(text)
                .as(key)
                .doesNotContainIgnoringCase("please")
                .doesNotContainIgnoringCase("successfully")
                .doesNotContain("!"));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> texts = new TreeMap<>();
        for (String concern : Words.concerns()) {
            Properties properties = new Properties();
            Path file = FOLDER.resolve(concern + "_" + language.code() + ".properties");
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            properties.forEach((key, value) -> texts.put((String) key, (String) value));
        }
        return texts;
    }
}
