package org.shuangshi.registry.account;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/** Keeps cookies and proves its writes as the page does. */
public final class Browser {
  private final RunningService service;
  private final Map<String, String> cookies = new TreeMap<>();

  public Browser(RunningService service) {
    this.service = service;
  }

  public Answer signIn(String name, String password) {
    return post("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  public Answer get(String path) {
    return send(path, "GET", null, true);
  }

  public Answer post(String path, String body) {
    return send(path, "POST", body, true);
  }

  /** A write whose sender cannot read the cookies. */
  public Answer forged(String path, String body) {
    return send(path, "POST", body, false);
  }

  public Answer delete(String path) {
    return send(path, "DELETE", null, true);
  }

  @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  void forget(String name) {
    cookies.remove(name);
  }

  private Answer send(String path, String method, @Nullable String body, boolean proven) {
    HttpRequest.Builder request =
        service
            .request(path)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    String word = cookies.get(Cookies.CSRF);
    if (proven && word != null) {
      request.header(SessionCsrf.HEADER, word);
    }
    if (cookies.isEmpty()) {
      request.header("Authorization", "");
    } else {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    Answer answer = service.send(request);
    for (String set : answer.response().headers().allValues("Set-Cookie")) {
      String pair = set.substring(0, set.indexOf(';'));
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty()) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return answer;
  }
}
