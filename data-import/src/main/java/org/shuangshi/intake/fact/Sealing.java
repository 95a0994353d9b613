package org.shuangshi.intake.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How columns of a thing are kept otherwise than they are spoken of. */
public interface Sealing {

  /** Everything is kept as it is. */
  Sealing NONE =
      new Sealing() {
        @Override
        public Map<String, @Nullable String> opened(
            String table, long id, Map<String, @Nullable String> kept) {
          return kept;
        }

        @Override
        public Map<String, @Nullable String> sealed(
            String table, long id, Map<String, @Nullable String> said) {
          return said;
        }
      };

  /** Values by column as they are spoken of. */
  Map<String, @Nullable String> opened(String table, long id, Map<String, @Nullable String> kept);

  /** Values by column as they are kept, with those that are worked out of them. */
  Map<String, @Nullable String> sealed(String table, long id, Map<String, @Nullable String> said);
}
