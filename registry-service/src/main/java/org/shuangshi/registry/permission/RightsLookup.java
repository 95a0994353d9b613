package org.shuangshi.registry.permission;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shuangshi.registry.permission.RightsRepository.Dated;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Component;

/**
 * The rights of an account at this moment. They are kept for as long as the version the database
 * tells at every request stays what it was, and the day; so a change takes effect at once, on every
 * service before that database.
 */
@Component
public class RightsLookup {
  private static final int MOST_KEPT = 10_000;

  private final RightsRepository repository;
  private final Days days;
  private final Map<Long, Dated> kept = new ConcurrentHashMap<>();

  RightsLookup(RightsRepository repository, Days days) {
    this.repository = repository;
    this.days = days;
  }

  /**
   * The rights of an account.
   *
   * @param version what {@code access.version()} says in this request
   */
  public Rights of(long account, long version) {
    LocalDate today = days.today();
    Dated known = kept.get(account);
    if (known == null || known.version() != version || !known.day().equals(today)) {
      known = repository.read(account, today);
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(account, known);
    }
    return known.rights();
  }
}
