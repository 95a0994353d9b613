package org.shuangshi.gis.feature;

/**
 * Something that people should know of a file: what its format forced on a writer, such as a
 * shortened field name, or what its reader had to decide, such as the encoding.
 *
 * @param code stable, for programs: {@code field.renamed}
 * @param message for people, in Chinese
 */
public record Notice(String code, String message) {}
