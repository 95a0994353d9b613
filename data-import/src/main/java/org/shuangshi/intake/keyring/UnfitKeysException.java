package org.shuangshi.intake.keyring;

/** Why a file of keys will not do; the message is for people and holds nothing of the file. */
public final class UnfitKeysException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitKeysException(String message) {
    super(message);
  }
}
