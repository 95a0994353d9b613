package org.shuangshi.registry.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.request.When;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement in two forms: over what is believed now, as its file has it, and over what was
 * believed at an instant. The second is made of the first, so that both say the same; migration
 * V018 tells why it looks as it does.
 *
 * <ol>
 *   <li>{@code JOIN unit u ON … upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND
 *       u.until > CAST(:asOf AS date)}, on one line and in this order, becomes a LATERAL look-up of
 *       rows believed then.
 *   <li>{@code unit_occupancy}, a cache of the belief of now, becomes what is derived for the
 *       buildings that the header line {@code -- occupancy of: SELECT …} names.
 *   <li>The database's functions over the buildings of an area get the instant as their last value.
 *   <li>Any other {@code upper_inf(u.recorded)} becomes a condition on the instant.
 * </ol>
 */
public final class BeliefStatement {
  private static final String OCCUPANCY_OF = "occupancy of";
  private static final String KNOWN_AT = "CAST(:knownAt AS timestamptz)";
  private static final Pattern JOIN =
      Pattern.compile(
          "JOIN (\\w+) (\\w+) ON (.*?)upper_inf\\(\\2\\.recorded\\)"
              + "( AND \\2\\.since <= CAST\\(:(\\w+) AS date\\) AND \\2\\.until > CAST\\(:\\5 AS date\\))?");
  private static final Pattern BUILDINGS =
      Pattern.compile("((?:buildings_of_|standing_buildings)\\w*\\(.*?CAST\\(:asOf AS date\\))\\)");
  private static final Pattern OCCUPANCY = Pattern.compile("\\bunit_occupancy\\b");
  private static final Pattern BELIEVED = Pattern.compile("upper_inf\\((\\w+)\\.recorded\\)");

  private final String now;
  private final @Nullable String buildings;
  private final String past;

  private BeliefStatement(String now, @Nullable String buildings) {
    this.now = now;
    this.buildings = buildings;
    this.past = past(now, buildings);
  }

  /** Reads a file under {@code resources/sql}. */
  public static BeliefStatement of(String file) {
    return new BeliefStatement(Sql.of(file), Sql.header(file, OCCUPANCY_OF).orElse(null));
  }

  /** The same statement with a part of it put in. */
  public BeliefStatement with(String mark, String part) {
    return new BeliefStatement(
        now.replace(mark, part), buildings == null ? null : buildings.replace(mark, part));
  }

  public String text(When when) {
    return when.knownAt() == null ? now : past;
  }

  /** The statement with its {@code asOf} and {@code knownAt} set; the caller adds the others. */
  public JdbcClient.StatementSpec ask(JdbcClient jdbc, When when) {
    return jdbc.sql(text(when)).param("asOf", when.asOf()).param("knownAt", when.knownAt());
  }

  private static String past(String now, @Nullable String buildings) {
    String text =
        JOIN.matcher(now)
            .replaceAll(
                "JOIN LATERAL (SELECT * FROM $1 $2 WHERE $3upper_inf($2.recorded)$4 OFFSET 0) $2 ON true");
    Matcher occupancy = OCCUPANCY.matcher(text);
    if (occupancy.find()) {
      if (buildings == null) {
        throw new IllegalArgumentException("header without -- " + OCCUPANCY_OF);
      }
      text =
          occupancy.replaceAll(
              Matcher.quoteReplacement(
                  "occupancy_known(ARRAY(" + buildings + "), " + KNOWN_AT + ")"));
    }
    text = BUILDINGS.matcher(text).replaceAll("$1, " + KNOWN_AT + ")");
    return BELIEVED.matcher(text).replaceAll("believed_at($1.recorded, " + KNOWN_AT + ")");
  }
}
