package org.shuangshi.registry.grant;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Sight;

/**
 * A role as it is to be.
 *
 * @param label its name on screens
 * @param sights fields that are not named, or NONE, are not seen
 */
record RoleRequest(
    @Nullable String label,
    @Nullable Set<Permission> permissions,
    @Nullable Map<PersonField, Sight> sights) {}
