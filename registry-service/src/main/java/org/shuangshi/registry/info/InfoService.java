package org.shuangshi.registry.info;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shuangshi.registry.database.RegisterStamp;
import org.shuangshi.registry.permission.Areas;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.request.Days;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
class InfoService {
  private static final int MOST_KEPT = 1_000;

  private final InfoRepository repository;
  private final RegisterStamp stamp;
  private final Days days;
  private final boolean demo;

  /**
   * Counting a city takes a second, and every page that opens asks for it. By the areas that are
   * counted: another reader counts others.
   */
  private final Map<Areas, Kept> kept = new ConcurrentHashMap<>();

  /** An answer with the state of the register and the day it is of. */
  private record Kept(String stamp, LocalDate today, InfoResponse answer) {}

  InfoService(
      InfoRepository repository,
      RegisterStamp stamp,
      Days days,
      @Value("${registry.demo}") boolean demo) {
    this.repository = repository;
    this.stamp = stamp;
    this.days = days;
    this.demo = demo;
  }

  InfoResponse get() {
    String now = stamp.read();
    LocalDate today = days.today();
    Areas areas = Reader.current().areas(Permission.REGISTER_READ);
    Kept last = kept.get(areas);
    if (last != null && last.stamp().equals(now) && last.today().equals(today)) {
      return last.answer();
    }
    InfoResponse answer = repository.read(today, demo);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(areas, new Kept(now, today, answer));
    return answer;
  }
}
