package org.shuangshi.registry.audit;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.ChainReport.Finding;
import org.shuangshi.registry.audit.ChainRepository.Anchor;
import org.shuangshi.registry.audit.ChainRepository.Link;

/**
 * One walk through the chain, link by link, beside the heads of the file; stops judging at the
 * first fault.
 */
final class ChainWalk {
  private final Chain chain;
  private final String name;
  private final Iterator<HeadFile.Head> heads;
  private HeadFile.@Nullable Head head;
  private String before = "";
  private long next = 1;
  private long first;
  private long checked;
  private @Nullable Finding fault;

  /**
   * A walk.
   *
   * @param name which log
   * @param heads of that log, by number
   */
  ChainWalk(Chain chain, String name, List<HeadFile.Head> heads) {
    this.chain = chain;
    this.name = name;
    this.heads = heads.iterator();
    this.head = this.heads.hasNext() ? this.heads.next() : null;
  }

  /** The chain begins behind this. */
  void beginAfter(Anchor anchor) {
    if (!chain.has(anchor.key())) {
      fail(ChainFault.KEY_MISSING, anchor.number(), null, "密钥文件里没有链首所用的密钥 " + anchor.key());
    } else if (!chain.expectedSeal(anchor, name).equals(anchor.seal())) {
      fail(ChainFault.ANCHOR, anchor.number(), null, "链首的记录被改过：到期删除不是由系统做的");
    }
    before = anchor.mac();
    next = anchor.number() + 1;
    while (head != null && head.number() < anchor.number()) {
      advance();
    }
    witness(anchor.number(), anchor.mac(), null);
  }

  void read(Link link) {
    if (fault != null) {
      return;
    }
    if (first == 0) {
      first = link.number();
    }
    Entry entry = link.entry();
    if (link.number() != next) {
      fail(ChainFault.MISSING, next, null, "第 " + next + " 条不见了");
    } else if (entry == null) {
      fail(ChainFault.MISSING, next, link.event(), "第 " + next + " 条的内容不见了");
    } else if (!chain.has(link.key())) {
      fail(
          ChainFault.KEY_MISSING, next, link.event(), "密钥文件里没有第 " + next + " 条所用的密钥 " + link.key());
    } else if (!chain.expected(link, entry, name, before).equals(link.mac())) {
      fail(ChainFault.CHANGED, next, link.event(), "第 " + next + " 条被改过、换过位置，或它前面少了一条");
    } else {
      witness(next, link.mac(), link.event());
      before = link.mac();
      next++;
      checked++;
    }
  }

  /** Behind the last link: what the heads know of has to be there. */
  void end() {
    if (fault == null && head != null) {
      fail(
          ChainFault.CUT_OFF,
          next,
          null,
          "末尾被截掉：%s 时已记到第 %d 条，现在只到第 %d 条"
              .formatted(furthest().at(), furthest().number(), next - 1));
    }
  }

  private HeadFile.Head furthest() {
    HeadFile.Head furthest = Objects.requireNonNull(head);
    while (heads.hasNext()) {
      furthest = heads.next();
    }
    return furthest;
  }

  void unchained(long event) {
    if (fault == null) {
      fail(ChainFault.UNCHAINED, null, event, "有一条不是系统写的（编号 " + event + "），不在链上");
    }
  }

  private void witness(long number, String mac, @Nullable Long event) {
    while (head != null && head.number() == number && fault == null) {
      if (!head.mac().equals(mac)) {
        fail(ChainFault.CHANGED, number, event, "第 " + number + " 条与库外文件记下的链头不符");
      }
      advance();
    }
  }

  private void advance() {
    head = heads.hasNext() ? heads.next() : null;
  }

  private void fail(ChainFault kind, @Nullable Long number, @Nullable Long event, String message) {
    if (fault == null) {
      fault = new Finding(kind, number, event, message);
    }
  }

  long first() {
    return first;
  }

  long checked() {
    return checked;
  }

  @Nullable Finding fault() {
    return fault;
  }
}
