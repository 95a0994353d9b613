package org.shuangshi.registry.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers who looked at whom, and how much. */
@Service
class AuditService {
  private static final String LIST = "events";
  private static final String BOM = "\ufeff";
  private static final String HEADER = "序号,时间,账号,姓名,地址,事件,对象,理由,内容";
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  private final EventRepository events;
  private final EventLog log;
  private final Days days;
  private final TransactionTemplate snapshot;

  AuditService(
      EventRepository events, EventLog log, Days days, PlatformTransactionManager transactions) {
    this.events = events;
    this.log = log;
    this.days = days;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
  }

  Page<EventResponse> list(EventFilter filter, int limit, @Nullable String after) {
    Cursor cursor = Cursor.read(LIST, 1, after);
    return Page.cut(
        asked(
            () ->
                events.list(
                    filter,
                    cursor == null ? Long.MAX_VALUE : cursor.number(0),
                    Page.rowsFor(limit))),
        limit,
        event -> Cursor.of(LIST, event.id()));
  }

  /**
   * What is unusual, or the days of one account.
   *
   * @param from null: 30 days before {@code to}
   * @param to null: today
   */
  List<VolumeResponse> volumes(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String account, int limit) {
    LocalDate last = to == null ? days.today() : to;
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw Refusal.field("from", "period.unfit", "起日到止日应为 1–" + MOST_DAYS + " 天");
    }
    String[] patterns =
        Stream.of(EventGroup.LOOK, EventGroup.REVEAL)
            .flatMap(group -> Stream.of(group.patterns()))
            .toArray(String[]::new);
    return asked(() -> events.volumes(first, last, account, patterns, Page.rowsFor(limit) - 1));
  }

  private <T> T asked(Supplier<T> question) {
    return Objects.requireNonNull(
        snapshot.execute(
            unused -> {
              events.planByValues();
              return question.get();
            }));
  }

  /** Writes the entries as CSV, which is itself an entry. */
  void export(EventFilter filter, OutputStream file) {
    log.record(Event.of("audit.exported", "audit:events").with("filter", filter.words()));
    try (Writer out = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
      out.write(BOM + HEADER + "\r\n");
      snapshot.executeWithoutResult(
          unused -> {
            events.planByValues();
            events.each(filter, event -> write(event, out));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(EventResponse event, Writer out) {
    String detail =
        event.detail().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
    try {
      out.write(
          Stream.of(
                  event.number(),
                  event.at(),
                  event.who(),
                  event.displayName(),
                  event.address(),
                  event.what(),
                  event.target(),
                  event.why(),
                  detail)
              .map(AuditService::cell)
              .collect(Collectors.joining(",", "", "\r\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quoted; what a spreadsheet would take for a formula is made a text. */
  private static String cell(@Nullable Object value) {
    String text = Objects.toString(value, "");
    boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
