package org.shuangshi.registry.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Service;

@Service
class SearchService {
  private static final int USUAL = 20;
  private static final int LARGEST = 100;
  private static final int LONGEST_QUERY = 200;
  private static final int LONGEST_NUMBER = 3;

  private final SearchRepository repository;
  private final Days days;

  SearchService(SearchRepository repository, Days days) {
    this.repository = repository;
    this.days = days;
  }

  /**
   * What the words may mean: regions and grids before estates, named buildings and addresses; in
   * each kind, what begins with the words before what holds them. A room that was named comes
   * first.
   */
  SearchResponse search(SearchRequest request) {
    int limit = limitOf(request.limit());
    Words words = wordsOf(request.q());
    LocalDate today = days.today();
    List<Hit> rooms =
        words.room() == null || words.place().isEmpty()
            ? List.of()
            : repository.rooms(words, today, limit);
    return new SearchResponse(
        shared(
            List.of(
                rooms,
                repository.regions(words, today, limit),
                grids(words, today, limit),
                repository.estates(words, today, limit),
                repository.buildings(words, today, limit),
                repository.doors(words, today, limit)),
            limit));
  }

  /**
   * So many hits that each kind has its share before any has more: the number 12 names a grid in
   * every community and must not hide the house of that number.
   */
  static List<Hit> shared(List<List<Hit>> kinds, int limit) {
    int share = Math.max(1, limit / kinds.size());
    int left = limit;
    int[] taken = new int[kinds.size()];
    for (int most : new int[] {share, limit}) {
      for (int kind = 0; kind < taken.length; kind++) {
        int more = Math.min(left, Math.min(most, kinds.get(kind).size()) - taken[kind]);
        taken[kind] += Math.max(0, more);
        left -= Math.max(0, more);
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int kind = 0; kind < taken.length; kind++) {
      hits.addAll(kinds.get(kind).subList(0, taken[kind]));
    }
    return List.copyOf(hits);
  }

  private List<Hit> grids(Words words, LocalDate today, int limit) {
    String digits = words.digits();
    if (digits == null) {
      return repository.grids(words, null, null, today, limit);
    }
    // One to three digits are a number as people say it (12 means …012); more begin a code.
    return digits.length() <= LONGEST_NUMBER
        ? repository.grids(words, null, Integer.valueOf(digits), today, limit)
        : repository.grids(words, digits, null, today, limit);
  }

  private static Words wordsOf(@Nullable String q) {
    if (q == null || q.isBlank()) {
      throw Refusal.field("q", "field.missing", "请输入要找的地址、楼栋、小区、网格或区划");
    }
    if (q.length() > LONGEST_QUERY || q.indexOf('\0') >= 0) {
      throw Refusal.field("q", "search.too-long", "要找的内容不能超过 " + LONGEST_QUERY + " 个字");
    }
    Words words = Words.of(q);
    if (words.all().isEmpty()) {
      throw Refusal.field("q", "field.missing", "请输入要找的地址、楼栋、小区、网格或区划");
    }
    return words;
  }

  private static int limitOf(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > LARGEST) {
      throw Refusal.field("limit", "parameter.invalid", "limit 应在 1–" + LARGEST + " 之间");
    }
    return limit;
  }
}
