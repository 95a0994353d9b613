package org.shuangshi.registry.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal.FieldFault;

/**
 * A problem document, RFC 9457.
 *
 * @param type {@code about:blank}: the code says more than a page would
 * @param title what kind of problem, in Chinese
 * @param detail what happened here, in Chinese
 * @param instance path of the request
 * @param code stable, for programs: {@code parameter.unknown}
 * @param errors one per field or parameter at fault
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<FieldFault> errors) {}
