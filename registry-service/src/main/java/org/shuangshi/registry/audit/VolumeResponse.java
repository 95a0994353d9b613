package org.shuangshi.registry.audit;

import java.time.LocalDate;

/**
 * How much of people an account looked at on a day, against what is usual.
 *
 * @param looks calls, of lists and cards
 * @param records rows those answered
 * @param ownMedian median of the account's own days of the period, those without a look left out
 * @param roleMedian the same of all who have a role of its roles; the greatest of several roles
 * @param unusual far more than both: the factor and the least number are settings
 */
record VolumeResponse(
    String who,
    String displayName,
    LocalDate day,
    long looks,
    long records,
    double ownMedian,
    double roleMedian,
    boolean unusual) {}
