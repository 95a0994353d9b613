package org.shuangshi.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private final AtomicLong now = new AtomicLong();

  private void pass(long milliseconds) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  @Test
  void aBurstIsLetThroughAndThenSoManyASecond() {
    Allowance allowance = new Allowance(5, 2, now::get);
    for (int i = 0; i < 10; i++) {
      assertThat(allowance.take("a")).as("request %d", i).isZero();
    }
    assertThat(allowance.take("a")).isPositive();
    pass(200);
    assertThat(allowance.take("a")).isZero();
    assertThat(allowance.take("a")).isPositive();
    pass(60_000);
    int taken = 0;
    while (allowance.take("a") == 0) {
      taken++;
    }
    assertThat(taken).as("never more than the burst").isEqualTo(10);
  }

  @Test
  void oneDoesNotTakeFromAnother() {
    Allowance allowance = new Allowance(1, 1, now::get);
    assertThat(allowance.take("a")).isZero();
    assertThat(allowance.take("a")).isEqualTo(1);
    assertThat(allowance.take("b")).isZero();
  }

  @Test
  void noneIsNoLimit() {
    Allowance allowance = new Allowance(0, 10, now::get);
    for (int i = 0; i < 1000; i++) {
      assertThat(allowance.take("a")).isZero();
    }
  }
}
