import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publishes plans one after another and takes each back, as programs do; milliseconds of each
 * publication and each undo on standard output.
 *
 * <p>java Publications.java URL TOKEN OTHER-TOKEN PAIRS; PAIRS has lines "community grid grid", two
 * grids that lie side by side: the second is merged into the first.
 */
public final class Publications {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static String base;

  private Publications() {}

  public static void main(String[] arguments) throws Exception {
    base = arguments[0] + "/api/grid-plans";
    for (String line : Files.readAllLines(Path.of(arguments[3]))) {
      String[] pair = line.split(" ");
      round(arguments[1], arguments[2], pair[0], pair[1], pair[2]);
    }
  }

  private static void round(String planner, String other, String community, String grid, String gone)
      throws Exception {
    String begun =
        ask(planner, "POST", "", null, "{\"community\":\"" + community + "\",\"name\":\"bench\",\"beside\":true}");
    String plan = "/" + found(begun, "\"id\":([0-9]+)");
    String edited =
        ask(
            planner,
            "POST",
            plan + "/edits",
            etag(begun),
            "{\"edits\":[{\"kind\":\"MERGE\",\"grid\":" + grid + ",\"gone\":" + gone + "}]}");
    ask(planner, "POST", plan + "/check", null, "");
    ask(other, "POST", plan + "/approve", null, "");
    long from = System.nanoTime();
    ask(planner, "POST", plan + "/publish", etag(edited), "{\"why\":\"bench\"}");
    long published = System.nanoTime();
    ask(planner, "POST", plan + "/undo", null, "{\"why\":\"bench\"}");
    System.out.printf(
        "%d %d%n", (published - from) / 1_000_000, (System.nanoTime() - published) / 1_000_000);
  }

  private static String etag(String plan) {
    return "\"" + found(plan, "\"etag\":\"\\\\\"([0-9-]+)") + "\"";
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
    }
    return matcher.group(1);
  }

  private static String ask(String token, String method, String path, String seen, String body)
      throws Exception {
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
