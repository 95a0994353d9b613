package org.shuangshi.registry.info;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.RegisterStamp;
import org.shuangshi.registry.request.Days;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
class InfoService {
  private final InfoRepository repository;
  private final RegisterStamp stamp;
  private final Days days;
  private final boolean demo;

  /** Counting a city takes a second, and every page that opens asks for it. */
  private volatile @Nullable Kept kept;

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
    Kept last = kept;
    if (last != null && last.stamp().equals(now) && last.today().equals(today)) {
      return last.answer();
    }
    InfoResponse answer = repository.read(today, demo);
    kept = new Kept(now, today, answer);
    return answer;
  }
}
