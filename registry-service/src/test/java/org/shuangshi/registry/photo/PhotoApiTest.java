package org.shuangshi.registry.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PhotoResealing;
import org.shuangshi.intake.keyring.Purpose;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;
import org.shuangshi.registry.erasure.ErasedTown;

/** Photos come in without what else was in their file, lie sealed, and each look is known. */
class PhotoApiTest {
  /** Where EXIF keeps the camera and the place: a segment after the start of a JPEG. */
  private static final String CAMERA = "Exif\0\0GPS 30.2741N 120.1551E SECRETCAM";

  @TempDir static Path folder;
  private static ErasedTown town;
  private static RunningService service;

  @BeforeAll
  static void begin() throws Exception {
    town = new ErasedTown(folder);
    service = town.service();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private long visit(long unit, String kind) {
    Answer answer =
        service.post(
            "/api/things/evidence",
            "{\"why\":\"走访\",\"from\":\"2026-06-03\",\"values\":{\"unit\":%d,\"kind\":\"%s\",\"finding\":\"NOTED\"}}"
                .formatted(unit, kind));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body().path("id").asLong();
  }

  private Answer add(long visit, byte[] image) {
    return service.post("/api/evidence/" + visit + "/photos", Photos.body(image));
  }

  private static String code(Answer answer) {
    return answer.body().path("code").asString();
  }

  private static byte[] withCamera(byte[] jpeg) {
    byte[] said = CAMERA.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xFF);
    out.write(0xE1);
    out.write((said.length + 2) >> 8);
    out.write((said.length + 2) & 0xFF);
    out.writeBytes(said);
    out.write(jpeg, 2, jpeg.length - 2);
    out.writeBytes("behind the picture".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Test
  void onlyThePointsComeInAndLieSealed() throws Exception {
    long visit = visit(301, "VISIT");
    byte[] sent = withCamera(Photos.picture("jpeg", 2000, 1000, false));
    assertThat(text(sent)).contains("SECRETCAM", "behind the picture");
    Answer added = add(visit, sent);
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    assertThat(added.body().path("width").asInt()).isEqualTo(1600);
    assertThat(added.body().path("height").asInt()).isEqualTo(800);

    long id = added.body().path("id").asLong();
    Answer got = service.get("/api/photos/" + id);
    byte[] jpeg = got.response().body();
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.response().headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(got.response().headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
    assertThat(jpeg).hasSize(added.body().path("bytes").asInt());
    assertThat(text(jpeg)).doesNotContain("SECRETCAM", "Exif", "behind the picture");
    var points = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(points.getWidth()).isEqualTo(1600);
    int middle = points.getRGB(800, 400);
    assertThat(middle >> 16 & 0xFF).as("red in the middle").isBetween(120, 135);
    assertThat(middle & 0xFF).as("blue").isBetween(120, 136);

    byte[] stored = stored(id);
    assertThat(stored).hasSizeGreaterThan(jpeg.length);
    assertThat(Arrays.copyOfRange(stored, 16, 64)).isNotEqualTo(Arrays.copyOfRange(jpeg, 0, 48));
    assertThat(text(stored)).doesNotContain("JFIF");
  }

  @Test
  void whatIsNoPhotoIsRefusedAndChangesNothing() {
    long visit = visit(301, "VISIT");
    byte[] jpeg = Photos.picture("jpeg", 400, 300, true);
    assertThat(code(add(visit, "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("photo.unreadable");
    assertThat(code(add(visit, Photos.picture("gif", 4, 4, false)))).isEqualTo("photo.unreadable");
    assertThat(code(add(visit, Arrays.copyOf(jpeg, 300)))).isEqualTo("photo.unreadable");
    assertThat(code(add(visit, Photos.picture("png", 4097, 2, false))))
        .isEqualTo("photo.too-many-points");
    Answer large = add(visit, Photos.picture("png", 800, 800, true));
    assertThat(large.status()).isEqualTo(413);
    assertThat(code(large)).isEqualTo("photo.too-large");
    assertThat(service.post("/api/evidence/" + visit + "/photos", "{}").status()).isEqualTo(400);
    assertThat(code(add(visit(301, "READING"), jpeg))).isEqualTo("photo.no-visit");
    assertThat(code(add(999_999, jpeg))).isEqualTo("thing.unknown");
    assertThat(service.rows("SELECT id FROM register.visit_photo WHERE evidence_id = " + visit))
        .isEmpty();

    byte[] small = Photos.picture("png", 2, 2, false);
    for (int i = 0; i < 12; i++) {
      assertThat(add(visit, small).status()).isEqualTo(201);
    }
    assertThat(code(add(visit, small))).isEqualTo("photo.too-many");
  }

  @Test
  void eachLookIsInTheLogAndWhatWasTakenOutIsShownNoMore() {
    long visit = visit(301, "VISIT");
    long id = add(visit, Photos.picture("jpeg", 40, 30, false)).body().path("id").asLong();
    service.get("/api/photos/" + id);
    assertThat(looks(id)).containsExactly(List.of("evidence:" + visit));
    assertThat(code(service.post("/api/photos/" + id + "/remove", "{\"why\":\" \"}")))
        .isEqualTo("why.missing");
    assertThat(service.post("/api/photos/" + id + "/remove", "{\"why\":\"拍错了门\"}").status())
        .isEqualTo(204);
    assertThat(code(service.get("/api/photos/" + id))).isEqualTo("photo.gone");
    assertThat(code(service.post("/api/photos/" + id + "/remove", "{\"why\":\"再次\"}")))
        .isEqualTo("photo.gone");
    assertThat(looks(id)).hasSize(1);
    var listed = service.get("/api/evidence/" + visit + "/photos").body().at("/items/0");
    assertThat(listed.path("why").asString()).isEqualTo("拍错了门");
    assertThat(stored(id)).as("it stays").isNotEmpty();
  }

  /** A picture cannot be masked: who reads no people sees none, and nobody sees those elsewhere. */
  @Test
  void photosAreSeenWhereOneReadsOfPeople() {
    long visit = visit(301, "VISIT");
    long id = add(visit, Photos.picture("jpeg", 40, 30, false)).body().path("id").asLong();
    Accounts accounts = new Accounts(service);
    String planner = accounts.program("plans", "planner");
    assertThat(as(planner, "/api/photos/" + id)).isEqualTo(403);
    String outside = accounts.program("outside");
    grant("outside", "officer", 12);
    for (String path : List.of("/api/photos/" + id, "/api/evidence/" + visit + "/photos")) {
      assertThat(as(outside, path)).as(path).isEqualTo(404);
    }
    String apart = accounts.program("apart");
    grant("apart", "officer", 12);
    grant("apart", "planner", 11);
    assertThat(as(apart, "/api/photos/" + id)).as("of people elsewhere alone").isEqualTo(403);
    assertThat(looks(id)).isEmpty();
    String remove = "/api/photos/" + id + "/remove";
    assertThat(town.post(outside, remove, "{\"why\":\"不是我的\"}").status()).isEqualTo(404);
    assertThat(town.post(apart, remove, "{\"why\":\"不是我的\"}").status())
        .as("where one may only read")
        .isEqualTo(403);
    assertThat(service.get("/api/photos/" + id).status()).isEqualTo(200);
  }

  @Test
  void photosOfTheHomeGoWithWhoIsErased() {
    long hers = visit(301, "VISIT");
    long others = visit(302, "VISIT");
    byte[] jpeg = Photos.picture("jpeg", 40, 30, false);
    long gone = add(hers, jpeg).body().path("id").asLong();
    long stays = add(others, jpeg).body().path("id").asLong();
    town.erase();
    assertThat(stored(gone)).isEmpty();
    assertThat(code(service.get("/api/photos/" + gone))).isEqualTo("photo.gone");
    assertThat(
            service
                .get("/api/evidence/" + hers + "/photos")
                .body()
                .at("/items/0/erased")
                .asBoolean())
        .isTrue();
    assertThat(service.get("/api/photos/" + stays).status()).isEqualTo(200);
  }

  @Test
  void aNewKeySealsThemAnew() throws Exception {
    long visit = visit(301, "VISIT");
    long id = add(visit, Photos.picture("jpeg", 40, 30, false)).body().path("id").asLong();
    byte[] shown = service.get("/api/photos/" + id).response().body();
    byte[] second = new byte[32];
    second[0] = 1;
    Path keys = TestKeys.file(folder);
    Files.writeString(
        keys,
        "2 SM4 " + Base64.getEncoder().encodeToString(second) + "\n",
        StandardOpenOption.APPEND);
    KeyRing both = KeyRing.read(keys);
    try (Connection owner = service.connect()) {
      assertThat(new PhotoResealing(both).run(owner)).isPositive();
      assertThat(new PhotoResealing(both).run(owner)).isZero();
    }
    byte[] stored = stored(id);
    assertThat(KeyRing.keyOf(stored)).isEqualTo(2);
    assertThat(both.open(Purpose.PHOTO, stored, PhotoResealing.of(id))).isEqualTo(shown);
  }

  private void grant(String account, String role, int region) {
    service.rows(
        "INSERT INTO access.role_grant (account_id, role_id, region_id, days, granted_by) SELECT"
            + " a.id, r.id, %d, '[2020-01-01,)', 'test' FROM access.account a, access.role r WHERE"
                .formatted(region)
            + " a.name = '%s' AND r.name = '%s' RETURNING id".formatted(account, role));
  }

  private int as(String token, String path) {
    HttpRequest.Builder request = service.request(path).header("Authorization", "Bearer " + token);
    return service.send(request).status();
  }

  private List<List<String>> looks(long photo) {
    return service.rows(
        "SELECT target FROM access.event WHERE what = 'photo.viewed' AND detail->>'photo' = '%d'"
            .formatted(photo));
  }

  private byte[] stored(long id) {
    return HexFormat.of()
        .parseHex(
            service
                .rows(
                    "SELECT coalesce(encode(content, 'hex'), '') FROM register.visit_photo WHERE id = "
                        + id)
                .get(0)
                .get(0));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
