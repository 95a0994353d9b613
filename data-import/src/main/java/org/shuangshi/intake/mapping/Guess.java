package org.shuangshi.intake.mapping;

/**
 * What a column may be.
 *
 * @param column number of the column in the file's schema
 * @param field {@link Target#name}
 * @param confidence 0 to 1
 * @param sure whether it may be used unasked: likely, and nothing else comes near
 * @param reason for people, in Chinese
 */
public record Guess(int column, String field, double confidence, boolean sure, String reason) {}
