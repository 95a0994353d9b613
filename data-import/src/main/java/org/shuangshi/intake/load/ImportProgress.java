package org.shuangshi.intake.load;

/**
 * Told how far an import is, and asked whether to go on. Calls come often; whoever shows them thins
 * them out.
 */
public interface ImportProgress {

  /** Tells nobody. */
  ImportProgress SILENT =
      new ImportProgress() {
        @Override
        public void step(String step, double share, long rows) {}

        @Override
        public void issue(String file, Issue issue) {}
      };

  /**
   * A step has begun or gone on.
   *
   * @param step what is being done, in Chinese
   * @param share of the step that is done, 0 to 1; below 0 where unknown
   */
  void step(String step, double share, long rows);

  /** Every issue, as it is found. */
  void issue(String file, Issue issue);

  /**
   * Whether the import is to be given up: it is asked several times a second, also by another
   * thread. Until the last step before the commit it then ends with {@code import.cancelled}, and
   * nothing is changed.
   */
  default boolean cancelled() {
    return false;
  }
}
