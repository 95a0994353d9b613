package org.shuangshi.gis.address;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuangshi.gis.address.Match.Candidate;
import org.shuangshi.gis.address.Match.Grade;

/**
 * Finds the address of the register that a text means.
 *
 * <pre>{@code
 * AddressMatcher register = new AddressMatcher(names);
 * register.add(7, address, List.of("老纺织厂3栋"));
 * register.match("锦绣花园3-2-502").grade()
 * }</pre>
 *
 * <p>The rules:
 *
 * <ol>
 *   <li>A: the text, or the official text of what it says, is that of one address or its alias.
 *   <li>B: no component contradicts, no number that either says is unknown to the other except the
 *       door, group or entrance the text leaves out, and one address alone is so — of every way the
 *       text can be read.
 *   <li>C: several, or none; then the neighbours. A number that was not understood makes it C.
 * </ol>
 *
 * <p>Filled by one thread, afterwards read by any number.
 */
public final class AddressMatcher {
  /** Candidates listed. */
  public static final int MOST = 10;

  /** Candidates compared: beyond, the text says too little. */
  private static final int MOST_COMPARED = 2000;

  private record Held(long id, Address address, String text) {}

  private final AddressReader reader;
  private final List<Held> held = new ArrayList<>();
  private final Map<String, Set<Integer>> byText = new HashMap<>();
  private final Map<String, List<Integer>> byAnchor = new HashMap<>();

  public AddressMatcher(Gazetteer gazetteer) {
    reader = new AddressReader(gazetteer);
  }

  /** An address of the register with its aliases and former texts. */
  public void add(long id, Address address, Collection<String> otherwise) {
    int index = held.size();
    String text = address.text();
    held.add(new Held(id, address, text));
    named(text, index);
    for (String alias : otherwise) {
      named(alias, index);
    }
    for (String anchor : Anchors.of(address)) {
      byAnchor.computeIfAbsent(anchor, key -> new ArrayList<>(1)).add(index);
    }
  }

  private void named(String text, int index) {
    byText.computeIfAbsent(NormalText.of(text).text(), key -> new LinkedHashSet<>(1)).add(index);
  }

  /** What the register holds for the text. */
  public Match match(String text) {
    Reading reading = reader.read(text);
    Set<Integer> exact =
        new LinkedHashSet<>(byText.getOrDefault(NormalText.of(text).text(), Set.of()));
    if (exact.isEmpty() && reading.leftOver().isEmpty() && reading.ambiguities().isEmpty()) {
      exact.addAll(byText.getOrDefault(NormalText.of(reading.address().text()).text(), Set.of()));
      exact.removeIf(index -> !agrees(reading.address(), held.get(index).address()));
    }
    if (exact.size() == 1) {
      Candidate one = candidate(reading.address(), exact.iterator().next());
      return new Match(Grade.A, reading, 1, List.of(one), one.comparison().explanation());
    }
    Set<Integer> fitting = exact.isEmpty() ? fitting(reading) : exact;
    if (fitting.size() == 1 && exact.isEmpty() && !reading.dropsNumber()) {
      Candidate one = candidate(reading.address(), fitting.iterator().next());
      return new Match(Grade.B, reading, 1, List.of(one), differences(reading, one));
    }
    if (!fitting.isEmpty()) {
      String why = fitting.size() == 1 ? "有没有读懂的数字，不能确定" : "有 " + fitting.size() + " 个地址都符合";
      return new Match(Grade.C, reading, fitting.size(), ranked(reading, fitting), why);
    }
    return new Match(Grade.C, reading, 0, ranked(reading, nearby(reading.address())), "登记库中没有这个地址");
  }

  private Set<Integer> fitting(Reading reading) {
    Set<Integer> fitting = new LinkedHashSet<>();
    List<Address> ways = new ArrayList<>();
    ways.add(reading.address());
    reading.ambiguities().forEach(ambiguity -> ways.add(ambiguity.instead()));
    for (Address way : ways) {
      for (int index : nearby(way)) {
        if (Fit.fits(way, held.get(index).address())) {
          fitting.add(index);
        }
      }
    }
    return fitting;
  }

  private Set<Integer> nearby(Address address) {
    Set<Integer> nearby = new LinkedHashSet<>();
    for (String anchor : Anchors.of(address)) {
      for (int index : byAnchor.getOrDefault(anchor, List.of())) {
        if (nearby.size() == MOST_COMPARED) {
          return nearby;
        }
        nearby.add(index);
      }
    }
    return nearby;
  }

  private static boolean agrees(Address one, Address other) {
    return Comparison.of(one, other).parts().stream()
        .allMatch(part -> part.verdict() != Verdict.DIFFERENT);
  }

  private List<Candidate> ranked(Reading reading, Collection<Integer> indexes) {
    return indexes.stream()
        .map(index -> candidate(reading.address(), index))
        .sorted(
            Comparator.comparingDouble((Candidate each) -> -each.comparison().score())
                .thenComparing(Candidate::id))
        .limit(MOST)
        .toList();
  }

  private Candidate candidate(Address said, int index) {
    Held one = held.get(index);
    return new Candidate(one.id(), one.text(), Comparison.of(said, one.address()));
  }

  private static String differences(Reading reading, Candidate one) {
    List<String> words = new ArrayList<>();
    if (!one.comparison().explanation().isEmpty()) {
      words.add(one.comparison().explanation());
    }
    reading.renamed().forEach((component, said) -> words.add(component.label() + "用了别名：" + said));
    reading.leftOver().forEach(span -> words.add("没有读懂：" + span.of(reading.original())));
    reading.ambiguities().forEach(ambiguity -> words.add(ambiguity.why()));
    return String.join("；", words);
  }
}
