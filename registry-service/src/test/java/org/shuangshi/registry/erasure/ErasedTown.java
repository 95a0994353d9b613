package org.shuangshi.registry.erasure;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.intake.keyring.TestKeys;
import org.shuangshi.intake.load.ImportProgress;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.intake.load.Importer;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;
import org.shuangshi.registry.account.Accounts;

/**
 * The town, and in it a woman whom a file knows by the number of her document, whom another file
 * brought once more, and of whom reasons and notes speak; beside her a man who stays.
 */
public final class ErasedTown implements AutoCloseable {
  static final String SOURCE = "户籍所";
  static final String NUMBER = "11010519491231002X";
  static final String NAME = "欧阳静云";
  static final String PHONE = "13987654321";

  /** All that tells who she is. */
  public static final List<String> SECRETS =
      List.of(
          NAME,
          NUMBER,
          PHONE,
          "1949-12-31",
          "畲族",
          "滨江路18号3幢502室",
          "83020177",
          "JZ2023123456",
          "13711223344");

  private static final String HEAD =
      "id,name,sex,birth_date,document_type,document_number,nationality,ethnicity,phone,registered_address,registered_region_code,registration_book,residence_permit,unit,role,main\n";
  private static final String HER =
      "11010519491231002X,欧阳静云,女,1949-12-31,CITIZEN_ID,11010519491231002X,CHN,畲族,13987654321,双河市滨江路18号3幢502室,339901001001,83020177,JZ2023123456,301,LODGER,true\n";
  private static final String HIM =
      "34052419800101001X,司马望舒,男,1980-01-01,CITIZEN_ID,34052419800101001X,CHN,彝族,13611112222,双河市桥东路7号,339901001002,83020188,,301,LODGER,true\n";
  private static final String HER_AGAIN =
      "Q-17,欧阳静云,女,1949-12-31,CITIZEN_ID,11010519491231002X,CHN,汉族,13711223344,,339901001001,,,311,LODGER,true\n";

  private final TestDatabase database = new TestDatabase();
  private final RunningService service;
  private final Path folder;
  private final String asking;
  private final String confirming;

  /** Persons: she, the one who turned out to be her, he. */
  final long she;

  final long herOther;
  final long he;

  public ErasedTown(Path folder) throws Exception {
    this.folder = folder;
    database.execute(RunningService.fixture());
    service = RunningService.over(database);
    Accounts accounts = new Accounts(service);
    asking = accounts.program("asking", "steward");
    confirming = accounts.program("confirming", "steward");
    bring();
    bring("别处", HER_AGAIN);
    she = person(SOURCE, NUMBER);
    herOther = person("别处", "Q-17");
    he = person(SOURCE, "34052419800101001X");
    database.execute(
        """
        SET search_path = register, public;
        INSERT INTO identity.lineage (id, source, key) VALUES (890, 'test', '1');
        INSERT INTO lineage (id, valid, opened_by, kind, from_id, to_id, relation)
        VALUES (890, '[2024-01-01,)', 1, 'PERSON', %d, %d, 'SAME_AS')"""
            .formatted(herOther, she));
    speakOfHer();
  }

  private void speakOfHer() {
    String path = "/api/things/person/" + she;
    ok(
        200,
        service.post(
            path + "/change",
            "{\"why\":\"欧阳静云本人来电"
                + " 13987654321\",\"from\":\"2026-05-01\",\"values\":{\"phone\":\"13987654321\",\"ethnicity\":\"畲族\",\"sex\":null}}",
            service.get(path).body().path("etag").asString()));
    ok(
        200,
        service.post(
            path + "/correct",
            "{\"why\":\"改回\",\"from\":\"2026-05-01\",\"values\":{\"sex\":\"FEMALE\"}}",
            service.get(path).body().path("etag").asString()));
    visit(301, "欧阳静云在家，水表正常");
    visit(312, "邻居留了 13987654321，证件 11010519491231002X");
  }

  private void visit(long unit, String note) {
    ok(
        201,
        service.post(
            "/api/things/evidence",
            "{\"why\":\"走访\",\"from\":\"2026-06-01\",\"to\":\"2026-06-02\",\"values\":{\"unit\":%d,\"kind\":\"VISIT\",\"finding\":\"LIVED_IN\",\"note\":\"%s\"}}"
                .formatted(unit, note)));
  }

  /** The file of the police, as it came first. */
  ImportSummary bring() throws Exception {
    return bring(SOURCE, HER + HIM);
  }

  private ImportSummary bring(String source, String rows) throws Exception {
    Path file = Files.writeString(folder.resolve("people-" + source + ".csv"), HEAD + rows);
    return new Importer(service.register(), TestKeys.ring())
        .run(
            new ImportRequest(
                List.of(new SourceFile(file, Kind.PEOPLE)),
                source,
                null,
                null,
                null,
                LocalDate.of(2024, 1, 1),
                "试验",
                "试验",
                false),
            ImportProgress.SILENT);
  }

  private long person(String source, String key) {
    return number(
        "SELECT id FROM identity.person WHERE source = '%s' AND key = '%s'".formatted(source, key));
  }

  public RunningService service() {
    return service;
  }

  TestDatabase database() {
    return database;
  }

  /** One asks, another confirms. */
  public void erase() {
    long request = ok(201, asks("/api/erasures", askFor(she))).body().path("id").asLong();
    ok(200, confirms("/api/erasures/" + request + "/confirm", ""));
  }

  static String askFor(long person) {
    return "{\"person\":%d,\"basis\":\"REQUEST\",\"why\":\"欧阳静云来函要求删除\"}".formatted(person);
  }

  Answer asks(String path, String body) {
    return post(asking, path, body);
  }

  Answer confirms(String path, String body) {
    return post(confirming, path, body);
  }

  public Answer post(String token, String path, String body) {
    HttpRequest.Builder request = service.request(path).header("Authorization", "Bearer " + token);
    return service.send(
        body.isEmpty()
            ? request.POST(HttpRequest.BodyPublishers.noBody())
            : request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static Answer ok(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }

  long number(String sql) {
    return Long.parseLong(String.valueOf(service.rows(sql).get(0).get(0)));
  }

  /** Every row of every table as PostgreSQL writes it; tables of what is measured left out. */
  String everything() {
    StringJoiner all = new StringJoiner("\n");
    for (List<String> table :
        service.rows(
            "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON"
                + " n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('register',"
                + " 'identity', 'access') ORDER BY 1")) {
      all.add(table.get(0));
      service
          .rows(String.format(Locale.ROOT, "SELECT t::text FROM %s t ORDER BY 1", table.get(0)))
          .forEach(row -> all.add(row.get(0)));
    }
    return all.toString();
  }

  @Override
  public void close() {
    service.close();
    database.close();
  }
}
