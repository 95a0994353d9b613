package org.shuangshi.registry.change;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passages of large changes, worked out once for all their pages, and once for all who ask at the
 * same time. Who gave up waiting finds it made the next time.
 */
final class KeptPassages {
  /** Numbers kept, of eight bytes: the import of a city for each of its districts. */
  private static final long MOST = 16_000_000;

  /** Fewer fit on a page, as a rule. */
  private static final int LARGE = 20;

  private final long most;

  private record Key(long region, long seq) {}

  private final Map<Key, Object> atWork = new ConcurrentHashMap<>();
  private final Map<Key, Passage> passages = new LinkedHashMap<>(16, 0.75f, true);
  private long numbers;

  KeptPassages() {
    this(MOST);
  }

  KeptPassages(long most) {
    this.most = most;
  }

  /** The passage of a change for a region, worked out where it is not known. */
  Passage of(long region, long seq, Supplier<Passage> work) {
    Key key = new Key(region, seq);
    Passage known = find(key);
    if (known != null) {
      return known;
    }
    synchronized (atWork.computeIfAbsent(key, each -> new Object())) {
      try {
        Passage meanwhile = find(key);
        if (meanwhile != null) {
          return meanwhile;
        }
        Passage made = work.get();
        if (made.size() >= LARGE) {
          keep(key, made);
        }
        return made;
      } finally {
        atWork.remove(key);
      }
    }
  }

  private @Nullable Passage find(Key key) {
    synchronized (passages) {
      return passages.get(key);
    }
  }

  /** In place of those that were asked for longest ago. */
  private void keep(Key key, Passage passage) {
    synchronized (passages) {
      Passage before = passages.put(key, passage);
      numbers += passage.size() - (before == null ? 0 : before.size());
      Iterator<Passage> eldest = passages.values().iterator();
      while (numbers > most && passages.size() > 1) {
        numbers -= eldest.next().size();
        eldest.remove();
      }
    }
  }
}
