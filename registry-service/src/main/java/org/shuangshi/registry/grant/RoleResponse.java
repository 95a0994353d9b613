package org.shuangshi.registry.grant;

import java.util.List;
import java.util.Map;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Sight;

/**
 * A role.
 *
 * @param name stable name
 * @param label its name on screens
 * @param builtIn comes with the product and is not changed
 * @param sights what is seen of personal fields; a field that is not named is not seen
 * @param accounts how many accounts have it today
 */
record RoleResponse(
    long id,
    String name,
    String label,
    boolean builtIn,
    List<Permission> permissions,
    Map<PersonField, Sight> sights,
    long accounts) {}
