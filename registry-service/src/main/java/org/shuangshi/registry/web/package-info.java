/**
 * What every answer carries whatever it says: security and cache headers, whom the service answers,
 * the page's files, the description of the API.
 *
 * <p>Is not: any call of the API.
 */
@NullMarked
package org.shuangshi.registry.web;

import org.jspecify.annotations.NullMarked;
