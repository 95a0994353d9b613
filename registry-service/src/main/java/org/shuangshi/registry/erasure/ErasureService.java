package org.shuangshi.registry.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.privacy.Veil;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Page;
import org.shuangshi.registry.request.Why;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for erasures and deciding on them, each where its person is seen with. */
@Service
class ErasureService {
  private static final String LIST = "erasures";

  private final ErasureRepository erasures;
  private final Eraser eraser;
  private final Veil veil;
  private final EventLog log;

  ErasureService(ErasureRepository erasures, Eraser eraser, Veil veil, EventLog log) {
    this.erasures = erasures;
    this.eraser = eraser;
    this.veil = veil;
    this.log = log;
  }

  @Transactional
  Erasure ask(ErasureRequest request) {
    if (request.person() == null) {
      throw Refusal.field("person", "value.missing", "缺少 person：要删除谁的个人信息");
    }
    long person = request.person();
    ErasureRepository.Known known =
        erasures
            .findPerson(person)
            .orElseThrow(() -> Refusal.unknown("thing.unknown", "没有编号为 " + person + " 的人口"));
    requireHere(person);
    Basis basis = basis(request.basis());
    String why = Why.required(request.why(), "请写明理由");
    if (known.erased()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "person.erased", "此人的个人信息已依法删除");
    }
    try {
      long id = erasures.ask(person, basis, why);
      log.record(
          new Event(
              "erasure.asked",
              "person:" + person,
              null,
              Map.of("erasure", Long.toString(id), "basis", basis.name())));
      return get(id);
    } catch (DuplicateKeyException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "erasure.open", "已有删除此人个人信息的申请，等待另一人确认");
    }
  }

  /** The newest first; of people the reader may erase alone, so a page may hold fewer. */
  Page<Erasure> list(@Nullable Long person, boolean open, @Nullable String after, int limit) {
    Cursor cursor = Cursor.read(LIST, 1, after);
    List<Erasure> read =
        erasures.list(
            person, open, cursor == null ? Long.MAX_VALUE : cursor.number(0), Page.rowsFor(limit));
    Page<Erasure> page = Page.cut(read, limit, each -> Cursor.of(LIST, each.id()));
    Veil.Over over = veil.over(page.items().stream().map(each -> each.person().id()).toList());
    List<Erasure> seen = new ArrayList<>();
    for (Erasure each : page.items()) {
      if (isHere(over, each.person().id())) {
        seen.add(veiled(over, each));
      }
    }
    return new Page<>(seen, page.next());
  }

  /** Done with the answer: it cannot be taken back. */
  Erasure confirm(long id) {
    Erasure asked = get(id);
    requireOpen(asked);
    if (asked.own()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "erasure.own", "申请是您自己提出的，须由另一人确认");
    }
    try {
      eraser.erase(asked);
    } catch (DataIntegrityViolationException e) {
      requireOpen(get(id)); // else somebody else decided a moment ago
      throw e;
    }
    return get(id);
  }

  @Transactional
  Erasure refuse(long id, RefuseRequest request) {
    Erasure asked = get(id);
    requireOpen(asked);
    String why = Why.required(request.why(), "请写明理由");
    try {
      erasures.refuse(id, why);
    } catch (DataIntegrityViolationException e) {
      throw decided(); // by somebody else, a moment ago
    }
    log.record(
        Event.of("erasure.refused", "person:" + asked.person().id())
            .with("erasure", Long.toString(id)));
    return get(id);
  }

  private Erasure get(long id) {
    Erasure found =
        erasures.find(id).orElseThrow(() -> Refusal.unknown("erasure.unknown", "没有这个删除申请"));
    requireHere(found.person().id());
    return veiled(veil.over(List.of(found.person().id())), found);
  }

  private static Erasure veiled(Veil.Over over, Erasure erasure) {
    String name = over.masked(erasure.person().id(), PersonField.NAME, erasure.person().label());
    return erasure.withLabel(name == null ? "姓名保密" : name);
  }

  private void requireHere(long person) {
    if (!isHere(veil.over(List.of(person)), person)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "erasure.not-here", "对此人所在的地方没有删除个人信息的权利");
    }
  }

  /** Whoever may not read of somebody is not told that the person is to be erased either. */
  private static boolean isHere(Veil.Over over, long person) {
    return over.may(Permission.ERASE, person) && over.may(Permission.PEOPLE_READ, person);
  }

  private static void requireOpen(Erasure erasure) {
    if (!erasure.isOpen()) {
      throw decided();
    }
  }

  private static Refusal decided() {
    return Refusal.of(Refusal.Kind.CONFLICT, "erasure.decided", "这个申请已经有人处理");
  }

  private static Basis basis(@Nullable String said) {
    for (Basis basis : Basis.values()) {
      if (basis.name().equals(said)) {
        return basis;
      }
    }
    throw Refusal.field("basis", "value.invalid", "basis 应为 REQUEST（本人要求）或 RETENTION（保存期满）");
  }
}
