package org.shuangshi.registry;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.shuangshi.registry.account.AccountCommand;

/** The map of the house: which room may open which door. */
class HouseTest {
  private static final String GIS = "org.shuangshi.gis..";
  private static final String INTAKE = "org.shuangshi.intake..";
  private static final String REGISTRY = "org.shuangshi.registry..";

  private static final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.shuangshi");

  @Test
  void registryKnowsIntakeKnowsGisAndNeverTheOtherWay() {
    noClasses()
        .that()
        .resideInAPackage(GIS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INTAKE, REGISTRY)
        .check(house);
    noClasses()
        .that()
        .resideInAPackage(INTAKE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(REGISTRY)
        .check(house);
  }

  @Test
  void gisKnowsNeitherSpringNorDatabases() {
    noClasses()
        .that()
        .resideInAPackage(GIS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.postgresql..")
        .check(house);
    // a GeoPackage is an SQLite file
    noClasses()
        .that(resideInAnyPackage(GIS).and(not(nameMatching(".*\\.feature\\.GeoPackage.*"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(house);
  }

  @Test
  void bringingInNeedsNoContainer() {
    noClasses()
        .that()
        .resideInAPackage(INTAKE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(house);
  }

  @Test
  void featuresOfTheServiceAreFreeOfCycles() {
    slices().matching("org.shuangshi.registry.(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void controllersAskServicesAndNeverTheDatabase() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(house);
  }

  @Test
  void onlyTheWebKnowsHttp() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Service")
        .or()
        .haveSimpleNameEndingWith("Repository")
        .or()
        .resideInAPackage("org.shuangshi.registry.refusal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..", "org.springframework.http..", "org.springframework.web..")
        .check(house);
  }

  /** What nobody outside its package needs is not public. */
  @Test
  void doorsAreThereToBeUsed() {
    classes()
        .that()
        .resideInAPackage(REGISTRY)
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .doNotBelongToAnyOf(RegistryApplication.class, AccountCommand.class)
        .should(beUsedByAnotherPackage())
        .check(house);
  }

  private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
    return new ArchCondition<>("be used by another package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used =
            type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(origin -> !origin.getPackage().equals(type.getPackage()));
        if (!used) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " is used by nobody else"));
        }
      }
    };
  }
}
