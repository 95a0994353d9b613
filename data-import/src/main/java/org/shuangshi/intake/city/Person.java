package org.shuangshi.intake.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of people: who it is and, where there is one, the residence. */
record Person(
    String name,
    boolean male,
    LocalDate birth,
    String documentType,
    @Nullable String documentNumber,
    String nationality,
    @Nullable String ethnicity,
    @Nullable String phone,
    @Nullable String registeredAddress,
    @Nullable String registeredRegion,
    @Nullable String registrationBook,
    @Nullable String permit,
    @Nullable LocalDate permitUntil,
    @Nullable String household,
    @Nullable String role,
    @Nullable String relation,
    @Nullable LocalDate movedIn,
    @Nullable LocalDate movedOut) {}
