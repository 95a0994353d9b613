package org.shuangshi.registry.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.ChainRepository.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When entries are chained, the head goes to the file, and what is over is removed. */
@Component
class ChainTimer {
  private static final Logger log = LoggerFactory.getLogger(ChainTimer.class);

  private final Chain chain;
  private final ChainRepository repository;
  private final Retention retention;
  private final HeadFile file;
  private final Clock clock;
  private HeadFile.@Nullable Head written;

  ChainTimer(
      Chain chain,
      ChainRepository repository,
      Retention retention,
      Clock clock,
      @Value("${REGISTRY_AUDIT_HEAD:}") String file) {
    this.chain = chain;
    this.repository = repository;
    this.retention = retention;
    this.clock = clock;
    this.file = new HeadFile(file);
    if (!this.file.isNamed()) {
      log.warn("没有设置 REGISTRY_AUDIT_HEAD：日志的链头不写到库外，末尾若被截掉看不出来");
    }
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  void link() {
    while (chain.link()) {
      // until nothing waits
    }
  }

  /** Writes the head where it moved since the last line. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
  synchronized void witness() throws IOException {
    if (!file.isNamed()) {
      return;
    }
    Head head = repository.head();
    if (head.mac() == null) {
      return;
    }
    HeadFile.Head last = written;
    if (last == null) {
      List<HeadFile.Head> before =
          file.read().stream().filter(each -> each.chain().equals(head.chain())).toList();
      last = before.isEmpty() ? null : before.get(before.size() - 1);
    }
    if (last == null || last.number() < head.number()) {
      last =
          new HeadFile.Head(
              head.number(),
              head.before(),
              clock.instant().truncatedTo(ChronoUnit.SECONDS),
              head.chain());
      file.add(last);
    }
    written = last;
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT2M")
  void expire() {
    retention.sweep();
  }
}
