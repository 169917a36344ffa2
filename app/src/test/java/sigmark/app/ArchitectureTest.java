package sigmark.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house: arrows run down, no circles, and each foreign library stays on its floor. */
class ArchitectureTest {
    private static final String[] MACHINERY = {
        "sigmark.inference.model..",
        "sigmark.inference.detect..",
        "sigmark.inference.classify..",
        "sigmark.inference.recognize..",
        "sigmark.inference.pipeline..",
        "sigmark.inference.load..",
        "sigmark.inference.synthesis..",
        "sigmark.inference.training.."
    };

    private static JavaClasses sigmark;

    @BeforeAll
    static void readClasses() {
        sigmark = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("sigmark");
    }

    @Test
    void eachFloorKnowsOnlyTheFloorsBelow() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("sigmark..")
                .layer("app")
                .definedBy("sigmark.app..")
                .layer("analysis")
                .definedBy("sigmark.analysis..")
                .layer("labeling")
                .definedBy("sigmark.labeling..")
                .layer("inference")
                .definedBy("sigmark.inference..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("labeling")
                .mayOnlyBeAccessedByLayers("app", "analysis")
                .because("metrics compare what people say with what the service does, never the other way round"));
    }

    @Test
    void packagesHaveNoCircles() {
        check(slices().matching("sigmark.(*.*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its user cannot be read, tested or moved alone"));
    }

    @Test
    void peopleAndMetricsUseTheVocabularyNotTheMachinery() {
        check(noClasses()
                .that()
                .resideInAnyPackage("sigmark.labeling..", "sigmark.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MACHINERY)
                .because("labels and scores must not depend on how a model is run"));
    }

    @Test
    void theVocabularyDoesNotKnowTheMachinery() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "sigmark.inference.work..",
                        "sigmark.inference.page..",
                        "sigmark.inference.latex..",
                        "sigmark.inference.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MACHINERY)
                .because("pages, boxes and LaTeX exist before any model"));
    }

    @Test
    void onlyTheAppKnowsJavaFx() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("sigmark.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.fxmisc..", "org.kordamp..")
                .because("everything below the window works as a plain library"));
    }

    @Test
    void theCommandLineWorksWithoutJavaFx() {
        check(noClasses()
                .that()
                .resideInAPackage("sigmark.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.fxmisc..", "org.kordamp..")
                .because("commands run on machines without a display or GTK"));
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("sigmark.labeling.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb..")
                .because("one package owns the schema"));
    }

    @Test
    void onlyTheMachineryKnowsTheEngines() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(MACHINERY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "ai.onnx..")
                .because("an engine can be exchanged without touching labels, metrics or screens"));
    }

    @Test
    void onlyTheRendererKnowsTheLayoutEngine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("sigmark.inference.latex.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.scilab.forge..")
                .because("formulas are drawn through one layer that mends what the engine refuses"));
    }

    @Test
    void onlyJobsReachesForTheUiThread() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("sigmark.app.base..", "sigmark.app.main..")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("threads change in one place"));
    }

    @Test
    void workbenchesDoNotKnowEachOther() {
        String[] benches = {"label", "run", "analyze", "guide", "service"};
        for (String bench : benches) {
            String[] others = java.util.Arrays.stream(benches)
                    .filter(other -> !other.equals(bench))
                    .map(other -> "sigmark.app." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("sigmark.app." + bench + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("a workbench can be taken out or added alone"));
        }
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("sigmark.app.cli..", "sigmark.app.main..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("libraries answer with values, not with text"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)")
                .because("a function lives beside the type it serves"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(sigmark);
    }
}
