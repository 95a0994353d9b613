import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the feeds of communities as a copy of each would: from nothing, then after a building of it was
 * renamed, and after one of another community was. A line for each community on standard output:
 * milliseconds from nothing, rows, milliseconds of a change inside, of one outside.
 *
 * <p>java Readings.java URL TOKEN PLACES; PLACES has lines "community building", one more than is read.
 */
public final class Readings {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static final Pattern ROW = Pattern.compile("\"version\":");
  private static String base;
  private static String token;

  private Readings() {}

  private record Read(String position, int rows) {}

  public static void main(String[] arguments) throws Exception {
    base = arguments[0];
    token = arguments[1];
    List<String> places = Files.readAllLines(Path.of(arguments[2]));
    for (int i = 0; i + 1 < places.size(); i++) {
      String[] here = places.get(i).split(" ");
      long began = System.nanoTime();
      Read all = toEnd(here[0], null);
      long read = System.nanoTime();
      rename(here[1]);
      long renamed = System.nanoTime();
      Read inside = toEnd(here[0], all.position);
      long told = System.nanoTime();
      if (inside.rows == 0) {
        throw new IllegalStateException("a building of " + here[0] + " was renamed, and nothing is told");
      }
      rename(places.get(i + 1).split(" ")[1]);
      long elsewhere = System.nanoTime();
      Read outside = toEnd(here[0], inside.position);
      if (outside.rows != 0) {
        throw new IllegalStateException("told in " + here[0] + " of a building elsewhere");
      }
      System.out.printf(
          "%d %d %d %d%n",
          (read - began) / 1_000_000,
          all.rows,
          (told - renamed) / 1_000_000,
          (System.nanoTime() - elsewhere) / 1_000_000);
    }
  }

  /** Page after page; the position to go on from and how many rows there were. */
  private static Read toEnd(String community, String after) throws Exception {
    String position = after;
    int rows = 0;
    while (true) {
      String page =
          ask(
              "GET",
              "/api/changes?limit=1000&within="
                  + community
                  + (position == null ? "" : "&after=" + URLEncoder.encode(position, StandardCharsets.UTF_8)),
              null,
              "");
      rows += (int) ROW.matcher(page).results().count();
      String next = found(page, "\"next\":(?:\"([^\"]*)\"|null)");
      if (next == null) {
        Matcher last = Pattern.compile("\"seq\":\"?([0-9]+)").matcher(page);
        while (last.find()) {
          position = last.group(1);
        }
        return new Read(position, rows);
      }
      position = next;
    }
  }

  private static void rename(String building) throws Exception {
    String path = "/api/things/building/" + building;
    String etag = found(ask("GET", path, null, ""), "\"etag\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    ask(
        "POST",
        path + "/correct",
        etag.replace("\\\"", "\""),
        "{\"why\":\"bench\",\"from\":\"2026-07-01\",\"values\":{\"name\":\"" + System.nanoTime() % 100000 + "幢\"}}");
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
    }
    return matcher.group(1);
  }

  private static String ask(String method, String path, String seen, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (seen != null) {
      request.header("If-Match", seen);
    }
    HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
