package org.shuangshi.gis.address;

/**
 * Reads an address out of a text as people write it: a shop's sign, a column of a file, a search.
 *
 * <pre>{@code
 * new AddressReader(names).read("解放路１２号 3-2-502").address().text()  // 解放路12号3幢2单元502室
 * }</pre>
 *
 * <p>The rules:
 *
 * <ol>
 *   <li>The text is read once from left to right; divisions come first, from the whole to the
 *       small.
 *   <li>A name the gazetteer knows is taken before what names look like; the longest first.
 *   <li>A number belongs to the word behind it. Without such a word {@code a-b-c} is 幢-单元-室, and a
 *       last number a room where something it can be in was named, else a door of the road.
 *   <li>A name that is no road is an estate, unless it is called like a single building (大厦, 楼) and
 *       no numbered building follows.
 *   <li>What stands in brackets, and what was not understood, is left over and said so.
 * </ol>
 *
 * <p>Any text is read in time proportional to its length. Not checked: whether the place exists.
 * Immutable; for any number of threads.
 */
public final class AddressReader {
  private final Gazetteer gazetteer;

  public AddressReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** What the text says; an empty address where nothing in it is part of one. */
  public Reading read(String text) {
    return new ReadingPass(text, gazetteer).run();
  }
}
