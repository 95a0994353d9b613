package org.shuangshi.registry.audit;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks the whole chain and names the first thing that is wrong, if anything is.
 *
 * <pre>{@code ChainCheck.beside(database, KeyRing.read(keys), "audit-head").verdict()}</pre>
 */
@Component
public class ChainCheck {
  private final ChainRepository repository;
  private final Chain chain;
  private final HeadFile file;
  private final TransactionTemplate snapshot;

  /** One walk at a time: it reads everything. */
  private final Semaphore turn = new Semaphore(1);

  @Autowired
  ChainCheck(
      ChainRepository repository,
      Chain chain,
      PlatformTransactionManager transactions,
      @Value("${REGISTRY_AUDIT_HEAD:}") String file) {
    this.repository = repository;
    this.chain = chain;
    this.file = new HeadFile(file);
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** A check beside the service, for the command line. */
  public static ChainCheck beside(DataSource database, KeyRing ring, String file) {
    ChainRepository repository = new ChainRepository(database);
    PlatformTransactionManager transactions = new JdbcTransactionManager(database);
    return new ChainCheck(
        repository, new Chain(repository, ring, transactions), transactions, file);
  }

  /**
   * What the command line says.
   *
   * @param sound whether nothing is wrong
   */
  public record Verdict(boolean sound, String message) {}

  public Verdict verdict() {
    ChainReport report = run();
    if (report.fault() != null) {
      return new Verdict(false, report.fault().kind() + "：" + report.fault().message());
    }
    String ends =
        report.witnessed() == null
            ? "没有库外的链头文件（REGISTRY_AUDIT_HEAD）作证，末尾若被截掉看不出来"
            : "库外文件记到第 " + report.witnessed() + " 条（" + report.witnessedAt() + "）";
    return new Verdict(
        true,
        "日志完好：第 %d–%d 条共 %d 条逐条核对无误；%s%s"
            .formatted(
                report.first(),
                report.last(),
                report.checked(),
                ends,
                report.removed() == 0 ? "" : "；第 " + report.removed() + " 条及以前到期已删"));
  }

  /** Walks the chain as it is now. */
  ChainReport run() {
    if (!turn.tryAcquire()) {
      throw Refusal.of(Refusal.Kind.BUSY, "audit.checking", "正在核对日志，请稍后再试");
    }
    try {
      // before the snapshot: what the file knows of is in it
      List<HeadFile.Head> heads = file.read();
      return Objects.requireNonNull(snapshot.execute(unused -> walked(heads)));
    } catch (IOException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "audit.head-file", "读不到链头文件，请检查 REGISTRY_AUDIT_HEAD");
    } finally {
      turn.release();
    }
  }

  private ChainReport walked(List<HeadFile.Head> all) {
    ChainRepository.Head end = repository.head();
    List<HeadFile.Head> heads =
        all.stream()
            .filter(head -> head.chain().equals(end.chain()))
            .sorted(Comparator.comparingLong(HeadFile.Head::number))
            .toList();
    ChainWalk walk = new ChainWalk(chain, end.chain(), heads);
    var anchor = repository.findAnchor();
    anchor.ifPresent(walk::beginAfter);
    repository.walk(walk::read);
    walk.end();
    repository.findUnchained().ifPresent(walk::unchained);
    HeadFile.Head last = heads.isEmpty() ? null : heads.get(heads.size() - 1);
    return new ChainReport(
        walk.first(),
        end.number(),
        walk.checked(),
        repository.countWaiting(),
        anchor.map(ChainRepository.Anchor::number).orElse(0L),
        last == null ? null : last.number(),
        last == null ? null : last.at(),
        all.size() - heads.size(),
        walk.fault());
  }
}
