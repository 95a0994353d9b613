package org.shuangshi.gis.feature;

import java.nio.charset.Charset;

/**
 * How the texts of a file are encoded, found by trying.
 *
 * @param charset what the file is read with
 * @param certain whether nothing speaks for another one; otherwise the sample rows want a look
 * @param reason for people, in Chinese: what was tried, what the file says of itself
 */
public record TextGuess(Charset charset, boolean certain, String reason) {}
