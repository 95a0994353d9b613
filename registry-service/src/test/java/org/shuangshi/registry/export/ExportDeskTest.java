package org.shuangshi.registry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.FeatureWriter;
import org.shuangshi.gis.feature.WriteOptions;
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
        0,
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

  private static Path folder(ExportJob job) {
    return Objects.requireNonNull(job.path().getParent());
  }

  private static boolean isFolderEmpty(ExportJob job) throws IOException {
    try (Stream<Path> files = Files.list(folder(job))) {
      return files.findAny().isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void ofASourceThatFailsMidwayNothingIsLeft(ExportFormat format) throws Exception {
    ExportDesk desk =
        new ExportDesk(
            new Interrupted(
                row -> {
                  if (row == 5) {
                    throw new IllegalStateException("the source ends here");
                  }
                }));
    ExportJob job = desk.take(buildings(format));
    untilSettled(job);
    assertThat(job.status()).isEqualTo(ExportJob.Status.FAILED);
    assertThat(isFolderEmpty(job)).isTrue();
    desk.close();
  }

  @Test
  void anErrorIsAFailureToo() throws Exception {
    ExportDesk desk =
        new ExportDesk(
            new Interrupted(
                row -> {
                  throw new StackOverflowError("not an exception");
                }));
    ExportJob job = desk.take(buildings(ExportFormat.CSV));
    untilSettled(job);
    assertThat(job.status()).isEqualTo(ExportJob.Status.FAILED);
    assertThat(isFolderEmpty(job)).isTrue();
    desk.close();
  }

  @Test
  void noMoreAreTakenThanAreKept() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ExportDesk desk = new ExportDesk(new Interrupted(row -> waitFor(gate)));
    ExportJob last = desk.take(buildings(ExportFormat.CSV));
    for (int taken = 1; taken < 40; taken++) {
      last = desk.take(buildings(ExportFormat.CSV));
    }
    ExportOrder oneMore = buildings(ExportFormat.CSV);
    assertThatThrownBy(() -> desk.take(oneMore))
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
    ExportDesk desk = new ExportDesk(new Interrupted(row -> {}));
    ExportJob ready = desk.take(buildings(ExportFormat.GPKG));
    untilSettled(ready);
    assertThat(ready.path()).isRegularFile();
    CountDownLatch begun = new CountDownLatch(1);
    ExportDesk busy =
        new ExportDesk(
            new Interrupted(
                row -> {
                  begun.countDown();
                  waitFor(new CountDownLatch(1));
                }));
    ExportJob running = busy.take(buildings(ExportFormat.CSV));
    waitFor(begun);
    desk.close();
    busy.close();
    assertThat(folder(ready)).doesNotExist();
    assertThat(folder(running)).doesNotExist();
    assertThat(running.status()).isEqualTo(ExportJob.Status.FAILED);
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
