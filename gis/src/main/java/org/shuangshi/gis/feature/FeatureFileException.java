package org.shuangshi.gis.feature;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;

/**
 * A file that cannot be read or written. The code is stable and for programs; the message is for
 * people, in Chinese, and says what to do.
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><td>file.missing<td>no such file, or not readable
 * <tr><td>file.unknown-format<td>the content is none of ours, and the ending neither
 * <tr><td>file.broken<td>the content breaks the format's rules
 * <tr><td>file.truncated<td>the file ends too early
 * <tr><td>file.mismatched<td>as many shapes as rows of the table there are not
 * <tr><td>file.encrypted<td>protected by a password
 * <tr><td>file.unsafe-path<td>a zip with names that lead out of it
 * <tr><td>file.zip-bomb<td>a zip that unpacks to more than sound files do
 * <tr><td>file.zip-method<td>a zip packed in a way we do not read
 * <tr><td>file.encoding<td>the text is neither UTF-8 nor (CSV, Shapefile) GB18030 or Big5, nor what
 *     the caller says
 * <tr><td>file.empty<td>no header, no layer, no content
 * <tr><td>file.layer-ambiguous<td>several layers or sheets, the message lists them
 * <tr><td>file.layer-unknown<td>no layer or sheet of that name, the message lists them
 * <tr><td>file.header<td>two columns of one name
 * <tr><td>file.too-large<td>more than the format holds (xlsx rows, 2 GB of Shapefile), or
 *     one part larger than memory may become
 * <tr><td>file.text-too-long<td>a text longer than the format holds
 * <tr><td>file.geometry-type<td>a geometry the layer's type does not allow
 * <tr><td>file.not-writable<td>the disk or directory refuses
 * <tr><td>crs.unknown<td>the file names a coordinate system that is not an EPSG code
 * </table>
 */
public final class FeatureFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public FeatureFileException(String code, String message) {
    this(code, message, null);
  }

  public FeatureFileException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The file's coordinate system is the trouble; code and words are those of the system. */
  static FeatureFileException of(CrsException e) {
    return new FeatureFileException(e.code(), String.valueOf(e.getMessage()), e);
  }

  public String code() {
    return code;
  }
}
