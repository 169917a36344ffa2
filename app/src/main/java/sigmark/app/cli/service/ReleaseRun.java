package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import sigmark.analysis.verdict.Outcome;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.ReleasePage;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.labeling.release.StoredRelease;
import sigmark.labeling.store.ProjectStore;

/** Releases a run for good: {@code sigmark release}. */
@CommandLine.Command(
        name = "release",
        description = {
            "Without --name lists releases and candidates; with it releases a run for good.",
            "A run that misses lines is released only with --despite and a --weakness."
        },
        mixinStandardHelpOptions = true)
public final class ReleaseRun implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--name", description = "of the new release, such as 2026-11")
    private Optional<String> name = Optional.empty();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "otherwise the newest finished run")
    private OptionalLong run = OptionalLong.empty();

    @CommandLine.Option(names = "--by", paramLabel = "PERSON", description = "who releases it; may be repeated")
    private List<String> people = List.of();

    @CommandLine.Option(names = "--reason", description = "why; may be repeated")
    private List<String> reasons = List.of();

    @CommandLine.Option(names = "--weakness", description = "what is known to be weak; may be repeated")
    private List<String> weaknesses = List.of();

    @CommandLine.Option(names = "--despite", description = "release it although it misses lines")
    private boolean despite;

    @CommandLine.Option(
            names = "--export",
            paramLabel = "NAME",
            description = "writes that release as HTML, PDF and JSON")
    private Optional<String> export = Optional.empty();

    @CommandLine.Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "for --export; otherwise the project's reports")
    private Optional<Path> folder = Optional.empty();

    @CommandLine.Option(names = "--language", defaultValue = "en", description = "of the export: en or ko")
    private String language = "en";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            ServiceWork work = new ServiceWork(store);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            if (name.isPresent()) {
                long id = run.orElseGet(() -> JudgeRun.newest(store));
                StoredRelease released = work.release(
                        new ServiceWork.Wish(name.get(), id, people, reasons, weaknesses, despite),
                        console.progress("release"));
                console.say("released " + name.get() + ", SHA-256 " + released.sha256());
                document.put("released", name.get()).put("sha256", released.sha256());
            } else if (export.isEmpty()) {
                candidates(console, work, document);
            }
            export.ifPresent(wanted -> export(console, store, work.store().release(wanted), document));
            list(console, work, document);
            return document;
        }
    }

    private void export(Console console, ProjectStore store, StoredRelease release, ObjectNode document) {
        Path target = folder.orElse(store.info().folder().resolve("reports"));
        Words words = Words.of(language.equals("ko") ? Language.KOREAN : Language.ENGLISH);
        ArrayNode files = document.putArray("files");
        for (Path file : ReleasePage.write(release, target, words)) {
            console.say("wrote " + file);
            files.add(file.toString());
        }
    }

    private static void candidates(Console console, ServiceWork work, ObjectNode document) {
        ArrayNode candidates = document.putArray("candidates");
        for (ServiceWork.Judged one : work.candidates(console.progress("judge"))) {
            console.say("run %d  %-20s %d met, %d missed, %d undecided%s"
                    .formatted(
                            one.run().id(),
                            one.run().pipeline(),
                            one.count(Outcome.MET),
                            one.count(Outcome.MISSED),
                            one.count(Outcome.UNDECIDED),
                            one.shortlisted() ? "  shortlisted" : ""));
            candidates
                    .addObject()
                    .put("run", one.run().id())
                    .put("pipeline", one.run().pipeline())
                    .put("met", one.count(Outcome.MET))
                    .put("missed", one.count(Outcome.MISSED))
                    .put("undecided", one.count(Outcome.UNDECIDED))
                    .put("shortlisted", one.shortlisted());
        }
    }

    private static void list(Console console, ServiceWork work, ObjectNode document) {
        List<Problem> problems = new ArrayList<>();
        ArrayNode releases = document.putArray("releases");
        for (StoredRelease release : work.store().releases(problems)) {
            console.say("release %s: run %d, %s, %s, by %s"
                    .formatted(
                            release.record().name(),
                            release.record().run(),
                            release.record().pipeline(),
                            release.record().at(),
                            String.join(", ", release.record().people())));
            releases.addObject()
                    .put("name", release.record().name())
                    .put("run", release.record().run())
                    .put("sha256", release.sha256())
                    .put("record", release.canonicalJson());
        }
        ArrayNode changed = document.putArray("changed");
        for (Problem problem : problems) {
            console.note(console.words(problem));
            changed.addObject().put("name", problem.where()).put("code", problem.code());
        }
    }
}
