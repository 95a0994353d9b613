package org.shuangshi.registry.audit;

import java.util.Objects;
import java.util.Optional;
import org.shuangshi.registry.audit.ChainRepository.Place;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes entries whose time is over, the oldest first, and leaves an anchor where they ended. */
@Component
class Retention {
  private static final int ENTRIES_A_TIME = 10_000;
  private static final Actor SYSTEM = new Actor("系统", null, null);

  private final ChainRepository repository;
  private final Chain chain;
  private final EventLog log;
  private final TransactionTemplate transaction;

  Retention(
      ChainRepository repository,
      Chain chain,
      EventLog log,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.chain = chain;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Removes all that is over; answers how many entries. */
  long sweep() {
    long all = 0;
    long gone;
    do {
      gone = Objects.requireNonNull(transaction.execute(unused -> some()));
      all += gone;
    } while (gone == ENTRIES_A_TIME);
    return all;
  }

  private long some() {
    repository.lock();
    Optional<Place> expired = repository.findExpired(ENTRIES_A_TIME);
    if (expired.isEmpty()) {
      return 0;
    }
    Place place = expired.get();
    repository.anchor(chain.anchor(repository.head().chain(), place.number(), place.mac()));
    long gone = repository.forget(place.number());
    log.record(
        SYSTEM,
        Event.of("audit.expired", "audit:" + place.number()).with("count", Long.toString(gone)));
    return gone;
  }
}
