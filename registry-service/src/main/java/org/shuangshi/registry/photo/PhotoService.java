package org.shuangshi.registry.photo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PhotoResealing;
import org.shuangshi.intake.keyring.Purpose;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Photos are given to who reads of people where the visit was: nothing on a picture can be masked.
 * An entry of the log is written, and committed, before the picture is read.
 */
@Service
class PhotoService {
  private static final String VISIT = "VISIT";
  private static final int MOST = 12;

  /** Each takes some 60 MB of a small heap while its points are read. */
  private static final int AT_ONCE = 2;

  private final PhotoRepository photos;
  private final KeyRing ring;
  private final EventLog log;
  private final Days days;
  private final TransactionTemplate transaction;
  private final Semaphore reading = new Semaphore(AT_ONCE);

  PhotoService(
      PhotoRepository photos,
      KeyRing ring,
      EventLog log,
      Days days,
      PlatformTransactionManager transactions) {
    this.photos = photos;
    this.ring = ring;
    this.log = log;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
  }

  List<Photo> list(long evidence) {
    visit(evidence, Permission.PEOPLE_READ);
    return photos.list(evidence);
  }

  Photo add(long evidence, PhotoRequest request) {
    if (!visit(evidence, Permission.PLACE_WRITE).kind().equals(VISIT)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "photo.no-visit", "只有走访可以附照片");
    }
    if (request.image() == null) {
      throw Refusal.field("image", "value.missing", "缺少 image：照片");
    }
    Picture picture = read(request.image());
    return transaction.execute(
        status -> {
          photos.lock(evidence);
          if (photos.count(evidence) >= MOST) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "photo.too-many", "一次走访最多 " + MOST + " 张照片");
          }
          long id = photos.next();
          photos.add(
              id,
              evidence,
              ring.seal(Purpose.PHOTO, picture.jpeg(), PhotoResealing.of(id)),
              picture);
          log.record(event("photo.added", evidence, id, null));
          return photos.list(evidence).stream()
              .filter(photo -> photo.id() == id)
              .findFirst()
              .orElseThrow();
        });
  }

  /** The JPEG. */
  byte[] get(long id) {
    PhotoRepository.Of photo = find(id);
    visit(photo.evidence(), Permission.PEOPLE_READ);
    requireThere(photo);
    transaction.executeWithoutResult(
        status -> log.record(event("photo.viewed", photo.evidence(), id, null)));
    byte[] sealed = photos.content(id).orElseThrow(PhotoService::gone);
    return ring.open(Purpose.PHOTO, sealed, PhotoResealing.of(id));
  }

  void remove(long id, RemovePhotoRequest request) {
    String why = Why.required(request.why(), "请写明理由");
    PhotoRepository.Of photo = find(id);
    visit(photo.evidence(), Permission.PLACE_WRITE);
    requireThere(photo);
    transaction.executeWithoutResult(
        status -> {
          if (!photos.remove(id, why)) {
            throw gone();
          }
          log.record(event("photo.removed", photo.evidence(), id, why));
        });
  }

  private Picture read(byte[] sent) {
    reading.acquireUninterruptibly();
    try {
      return Picture.of(sent);
    } finally {
      reading.release();
    }
  }

  private PhotoRepository.Of find(long id) {
    return photos
        .find(id)
        .orElseThrow(() -> Refusal.unknown("photo.unknown", "没有编号为 " + id + " 的照片"));
  }

  private PhotoRepository.Visit visit(long id, Permission permission) {
    PhotoRepository.Visit visit =
        photos
            .visit(id, days.today())
            .orElseThrow(() -> Refusal.unknown("thing.unknown", "没有编号为 " + id + " 的走访"));
    if (!Reader.current().areas(permission).cover(visit.community(), visit.grid())) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", "走访的地方不在你的辖区内");
    }
    return visit;
  }

  private static void requireThere(PhotoRepository.Of photo) {
    if (photo.removed() || photo.erased()) {
      throw gone();
    }
  }

  private static Refusal gone() {
    return Refusal.of(Refusal.Kind.GONE, "photo.gone", "照片已撤下或已依法删除");
  }

  private static Event event(String what, long evidence, long photo, @Nullable String why) {
    return new Event(what, "evidence:" + evidence, why, Map.of("photo", Long.toString(photo)));
  }
}
