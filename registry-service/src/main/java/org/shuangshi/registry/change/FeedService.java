package org.shuangshi.registry.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;

@Service
class FeedService {

  /** Changes that mean nothing to an area looked at for one page. */
  private static final int MOST_PASSED = 200;

  private final FeedRepository feed;
  private final PassageRepository passages;
  private final DayTurn turn;
  private final Days days;
  private final KeptPassages kept = new KeptPassages();

  FeedService(FeedRepository feed, PassageRepository passages, DayTurn turn, Days days) {
    this.feed = feed;
    this.passages = passages;
    this.turn = turn;
    this.days = days;
  }

  /**
   * The next rows behind a place.
   *
   * @param within code of the region the reader is limited to; null: the whole register
   * @param limit rows, not changes
   */
  Page<FeedItem> read(@Nullable String after, @Nullable String within, int limit) {
    int room = Page.rowsFor(limit) - 1;
    FeedPosition position = FeedPosition.read(after);
    AreaFeed area = within == null ? null : area(within);
    turn.toToday();
    feed.number();
    List<FeedItem> items = new ArrayList<>();
    int passed = 0;
    while (room > 0 && passed < MOST_PASSED) {
      long seq = position.inside() == null ? position.seq() + 1 : position.seq();
      Optional<FeedRepository.Head> next = feed.next(seq);
      if (next.isEmpty()) {
        return new Page<>(items, null);
      }
      FeedRepository.Head change = next.get();
      Passage passage = area == null ? null : area.passage(change);
      if (passage != null && passage.isEmpty() && !change.isForAll()) {
        position = new FeedPosition(change.seq(), null);
        passed++;
        continue;
      }
      Telling telling = passage == null ? new WholeChange(feed, change.id()) : passage;
      Piece piece = new Piece(telling, position.inside(), room);
      FeedItem item = piece.read(change);
      items.add(item);
      room -= Math.max(1, item.size());
      position = new FeedPosition(change.seq(), piece.stoppedAt());
    }
    boolean more = position.inside() != null || feed.next(position.seq() + 1).isPresent();
    return new Page<>(items, more ? position.text() : null);
  }

  private AreaFeed area(String code) {
    long region =
        passages
            .region(code, days.today())
            .orElseThrow(() -> AreaRepository.unknownRegion(code, days.today()));
    return new AreaFeed(passages, kept, region);
  }
}
