package org.shuangshi.gis.feature;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How to write a file.
 *
 * @param charset of texts in Shapefile and CSV; the other formats have only UTF-8. GB18030 is for
 *     programs that read nothing else
 */
public record WriteOptions(Charset charset) {

  public static final WriteOptions DEFAULT = new WriteOptions(StandardCharsets.UTF_8);

  public static final WriteOptions GB18030 = new WriteOptions(Charset.forName("GB18030"));
}
