package dev.kith;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The order of the packages, and what judging code must not touch. */
@AnalyzeClasses(packages = "dev.kith", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule aPackageUsesOnlyWhatStandsToItsLeft = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("event")
            .definedBy("dev.kith.event..")
            .layer("profile")
            .definedBy("dev.kith.profile..")
            .layer("score")
            .definedBy("dev.kith.score..")
            .layer("detect")
            .definedBy("dev.kith.detect..")
            .layer("investigate")
            .definedBy("dev.kith.investigate..")
            .layer("pipeline")
            .definedBy("dev.kith.pipeline..")
            .whereLayer("pipeline")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("investigate")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("detect")
            .mayOnlyBeAccessedByLayers("investigate", "pipeline")
            .whereLayer("score")
            .mayOnlyBeAccessedByLayers("detect", "investigate", "pipeline")
            .whereLayer("profile")
            .mayOnlyBeAccessedByLayers("score", "detect", "investigate", "pipeline");

    @ArchTest
    static final ArchRule judgingCodeTouchesNoFileNetworkClockOrChance = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.net.http..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom|java\\.time\\.Clock")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");
}
