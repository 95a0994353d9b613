package org.shuangshi.gis.address;

/**
 * A stretch that can be meant in two ways.
 *
 * @param span where it stands
 * @param why in Chinese, for whoever typed it
 * @param instead the whole address, read the other way
 */
public record Ambiguity(Span span, String why, Address instead) {}
