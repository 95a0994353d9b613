/**
 * People erased by law or at the end of retention: one account asks, another confirms, and what
 * told who they were is gone from every version, key and text.
 *
 * <p>Is not: ending or withdrawing what is said of somebody; that keeps what was believed.
 */
@NullMarked
package org.shuangshi.registry.erasure;

import org.jspecify.annotations.NullMarked;
