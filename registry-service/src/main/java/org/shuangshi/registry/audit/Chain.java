package org.shuangshi.registry.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.Purpose;
import org.shuangshi.registry.audit.ChainRepository.Anchor;
import org.shuangshi.registry.audit.ChainRepository.Head;
import org.shuangshi.registry.audit.ChainRepository.Link;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links committed entries: each has the number after the one before, and a MAC of that one's MAC
 * and of itself, by a key that is not in the database. An entry altered, taken out, put in or moved
 * breaks it there.
 */
@Component
class Chain {
  private static final int ENTRIES_A_TIME = 1000;

  private final ChainRepository repository;
  private final KeyRing ring;
  private final TransactionTemplate transaction;

  Chain(ChainRepository repository, KeyRing ring, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.ring = ring;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Links what waits, the oldest first; true where there may be more. */
  boolean link() {
    return !repository.waiting(1).isEmpty()
        && Boolean.TRUE.equals(transaction.execute(unused -> linked()));
  }

  private boolean linked() {
    repository.lock();
    List<Entry> waiting = repository.waiting(ENTRIES_A_TIME);
    Head head = repository.head();
    int key = ring.newestKey();
    List<String> macs = new ArrayList<>();
    String before = head.before();
    for (Entry entry : waiting) {
      long number = head.number() + macs.size() + 1;
      before = mac(entry, head.chain(), number, before, key);
      macs.add(before);
    }
    if (!macs.isEmpty()) {
      repository.link(head.number() + 1, waiting, key, macs);
    }
    return waiting.size() == ENTRIES_A_TIME;
  }

  /** What the MAC of a link has to be. */
  String expected(Link link, Entry entry, String chain, String before) {
    return mac(entry, chain, link.number(), before, link.key());
  }

  boolean has(int key) {
    return ring.has(key);
  }

  /** An anchor at a link, sealed. */
  Anchor anchor(String chain, long number, String mac) {
    int key = ring.newestKey();
    return new Anchor(number, mac, key, seal(chain, number, mac, key));
  }

  /** What the seal of an anchor has to be. */
  String expectedSeal(Anchor anchor, String chain) {
    return seal(chain, anchor.number(), anchor.mac(), anchor.key());
  }

  private String mac(Entry entry, String chain, long number, String before, int key) {
    return made(key, entry.canonical(chain, number, before));
  }

  private String seal(String chain, long number, String mac, int key) {
    return made(
        key, "anchor %s %d %s".formatted(chain, number, mac).getBytes(StandardCharsets.UTF_8));
  }

  private String made(int key, byte[] message) {
    return HexFormat.of().formatHex(ring.mac(Purpose.AUDIT, key, message));
  }
}
