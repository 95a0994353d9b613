package org.shuangshi.registry.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.change.FeedItem.Closed;
import org.shuangshi.registry.change.FeedItem.Erased;
import org.shuangshi.registry.change.FeedItem.Left;
import org.shuangshi.registry.change.FeedItem.Opened;
import org.shuangshi.registry.change.FeedPosition.Inside;
import org.shuangshi.registry.edit.ThingKind;

/** As much of one change as there is room for. */
final class Piece {
  private static final List<ThingKind> KINDS = List.of(ThingKind.values());

  private final Telling telling;
  private final @Nullable Inside from;
  private final List<Closed> closed = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();
  private final List<Erased> erased = new ArrayList<>();
  private int room;
  private @Nullable Inside stoppedAt;

  Piece(Telling telling, @Nullable Inside from, int room) {
    this.telling = telling;
    this.from = from;
    this.room = room;
  }

  /** Behind which row it stopped; null where the change was told to its end. */
  @Nullable Inside stoppedAt() {
    return stoppedAt;
  }

  FeedItem read(FeedRepository.Head change) {
    for (Phase phase : Phase.values()) {
      for (int kind = 0; kind < KINDS.size() && stoppedAt == null; kind++) {
        long after = from == null ? 0 : behind(from, phase, kind);
        if (after >= 0) {
          read(phase, kind, after);
        }
      }
    }
    return new FeedItem(
        change.seq(),
        change.id(),
        change.who(),
        change.when(),
        change.why(),
        change.source(),
        change.kind(),
        change.day(),
        closed,
        opened,
        left,
        erased,
        stoppedAt == null);
  }

  private void read(Phase phase, int kind, long after) {
    ThingKind of = KINDS.get(kind);
    int more = room + 1; // one more than fits: whether the change goes on is then known
    switch (phase) {
      case CLOSED -> keep(phase, kind, telling.closed(of, after, more), closed, Closed::version);
      case OPENED -> keep(phase, kind, telling.opened(of, after, more), opened, Opened::version);
      case LEFT -> keep(phase, kind, telling.left(of, after, more), left, Left::id);
      case ERASED -> {
        if (kind == 0) { // all kinds are one list
          keep(phase, kind, telling.erased(after, more), erased, Erased::place);
        }
      }
    }
  }

  private <T> void keep(
      Phase phase, int kind, List<T> found, List<T> into, ToLongFunction<T> number) {
    List<T> kept = found.subList(0, Math.min(room, found.size()));
    into.addAll(kept);
    if (found.size() > room) {
      long last =
          kept.isEmpty()
              ? number.applyAsLong(found.get(0)) - 1
              : number.applyAsLong(kept.get(kept.size() - 1));
      stoppedAt = new Inside(phase, kind, last);
    }
    room -= kept.size();
  }

  /** Behind which number to go on; -1 where all of the kind was told. */
  private static long behind(Inside from, Phase phase, int kind) {
    if (from.phase() == phase && from.kind() == kind) {
      return from.number();
    }
    boolean told = phase == from.phase() ? kind < from.kind() : phase.compareTo(from.phase()) < 0;
    return told ? -1 : 0;
  }
}
