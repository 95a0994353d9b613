package org.shuangshi.registry.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * What tells one person from another, with its middle hidden.
 *
 * @param birth year, the rest hidden
 * @param home address of the main residence
 */
record PersonBrief(
    long id,
    String name,
    @Nullable String sex,
    @Nullable String birth,
    @Nullable String documentType,
    @Nullable String documentNumber,
    @Nullable String phone,
    @Nullable String registeredAddress,
    @Nullable String home) {}
