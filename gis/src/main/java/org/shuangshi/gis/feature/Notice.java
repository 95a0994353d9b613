package org.shuangshi.gis.feature;

/**
 * Something the format forced on the file that its reader should know, such as a shortened field
 * name.
 *
 * @param code stable, for programs: {@code field.renamed}
 * @param message for people, in Chinese
 */
public record Notice(String code, String message) {}
