package org.shuangshi.registry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.WriteOptions;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.database.OfAccount;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@Timeout(120)
class ExportDeskTest {
  private static final RunningService service = RunningService.shared();
  private static final long ME = 1;

  @TempDir private Path folder;

  /** A desk writes as who orders: to nobody the database shows nothing. */
  @BeforeEach
  void whoOrders() {
    service.get("/api/info"); // what an account may see is worked out when it asks
    String account =
        "SELECT id FROM access.account WHERE name = '" + RunningService.ALL_SEEING + "'";
    long id = Long.parseLong(service.rows(account).get(0).get(0));
    OfAccount who = () -> id;
    SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, ""));
  }

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  /** Gives the rows of the register, and something to do after each. */
  private static class Interrupted extends ExportRepository {
    private final LongConsumer afterRow;

    Interrupted(LongConsumer afterRow) {
      super(service.part(DataSource.class), service.part(AreaRepository.class));
      this.afterRow = afterRow;
    }

    @Override
    public void write(ExportOrder order, FeatureWriter file, LongConsumer written) {
      super.write(order, file, written.andThen(afterRow));
    }
  }

  private static ExportOrder buildings(ExportFormat format) throws CrsException {
    ExportLayer layer = ExportLayer.BUILDINGS;
    return new ExportOrder(
        layer,
        format,
        new FeatureSchema(layer.word(), layer.fields(), layer.geometryType(), Crs.CGCS2000),
        CrsTransform.between(Crs.CGCS2000, Crs.CGCS2000),
        WriteOptions.DEFAULT,
        new Area.Everywhere(),
        EnumSet.allOf(Occupancy.class),
        LocalDate.of(2026, 11, 24));
  }

  private static void untilSettled(ExportJob job) {
    await()
        .dontCatchUncaughtExceptions() // an Error is meant to reach the thread's handler
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> job.status() != ExportJob.Status.RUNNING);
  }

  private ExportDesk desk(ExportRepository rows) throws IOException {
    return new ExportDesk(
        rows, ExportFolder.make(service.part(KeyRing.class), folder.toAbsolutePath()));
  }

  /** Files of exports, wherever they lie below the folder. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> !file.endsWith(".lock")).toList();
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void ofASourceThatFailsMidwayNothingIsLeft(ExportFormat format) throws Exception {
    ExportDesk desk =
        desk(
            new Interrupted(
                row -> {
                  if (row == 5) {
                    throw new IllegalStateException("the source ends here");
                  }
                }));
    ExportJob job = desk.take(buildings(format), ME);
    untilSettled(job);
    assertThat(job.status()).isEqualTo(ExportJob.Status.FAILED);
    assertThat(files()).isEmpty();
    desk.close();
  }

  @Test
  void anErrorIsAFailureToo() throws Exception {
    ExportDesk desk =
        desk(
            new Interrupted(
                row -> {
                  throw new StackOverflowError("not an exception");
                }));
    ExportJob job = desk.take(buildings(ExportFormat.CSV), ME);
    untilSettled(job);
    assertThat(job.status()).isEqualTo(ExportJob.Status.FAILED);
    assertThat(files()).isEmpty();
    desk.close();
  }

  @Test
  void noMoreAreTakenThanAreKept() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ExportDesk desk = desk(new Interrupted(row -> waitFor(gate)));
    ExportJob last = desk.take(buildings(ExportFormat.CSV), ME);
    for (int taken = 1; taken < 40; taken++) {
      last = desk.take(buildings(ExportFormat.CSV), ME);
    }
    ExportOrder oneMore = buildings(ExportFormat.CSV);
    assertThatThrownBy(() -> desk.take(oneMore, ME))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY);
              assertThat(refusal.code()).isEqualTo("export.busy");
            });
    gate.countDown();
    untilSettled(last);
    desk.close();
  }

  @Test
  void filesGoWhenTheServiceStopsAndWorkIsBrokenOff() throws Exception {
    ExportDesk desk = desk(new Interrupted(row -> {}));
    ExportJob ready = desk.take(buildings(ExportFormat.GPKG), ME);
    untilSettled(ready);
    assertThat(files()).hasSize(1);
    CountDownLatch begun = new CountDownLatch(1);
    ExportDesk busy =
        desk(
            new Interrupted(
                row -> {
                  begun.countDown();
                  waitFor(new CountDownLatch(1));
                }));
    ExportJob running = busy.take(buildings(ExportFormat.CSV), ME);
    waitFor(begun);
    desk.close();
    busy.close();
    assertThat(folder).isEmptyDirectory();
    assertThat(running.status()).isEqualTo(ExportJob.Status.FAILED);
  }

  @Test
  void whatLiesOnDiskIsSealedAndOnlyWhoOrderedItHasIt() throws Exception {
    ExportDesk desk = desk(new Interrupted(row -> {}));
    ExportJob job = desk.take(buildings(ExportFormat.GEOJSON), ME);
    untilSettled(job);
    byte[] kept = Files.readAllBytes(files().get(0));
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("coordinates");
    try (InputStream file = desk.read(job)) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).contains("coordinates");
    }
    assertThat(desk.get(job.id(), ME)).isSameAs(job);
    assertThatThrownBy(() -> desk.get(job.id(), ME + 1))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("export.unknown"));
    desk.close();
  }

  /** Whose lock is held lives; whose is not was killed. */
  @Test
  void whatAKilledServiceLeftGoesAtTheNextStart() throws Exception {
    Path left = Files.createDirectory(folder.resolve("registry-export1"));
    Path lock = Files.createFile(left.resolve(".lock"));
    Files.writeString(left.resolve("7.sealed"), "left");
    ExportDesk living = desk(new Interrupted(row -> {}));
    assertThat(left).as("may be about to be locked").exists();
    List<Path> locks;
    try (Stream<Path> all = Files.walk(folder)) {
      locks = all.filter(each -> each.endsWith(".lock")).toList();
    }
    for (Path each : locks) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    }
    // nothing but the service itself keeps what it holds
    System.gc();
    ExportDesk next = desk(new Interrupted(row -> {}));
    assertThat(left).doesNotExist();
    assertThat(locks)
        .as("of one that lives")
        .filteredOn(each -> !each.equals(lock))
        .allMatch(Files::exists)
        .isNotEmpty();
    living.close();
    next.close();
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
