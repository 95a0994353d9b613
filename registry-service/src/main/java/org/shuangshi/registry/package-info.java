/**
 * The register as a service: the program that starts, and below it one package for each thing
 * callers ask for.
 *
 * <p>Is not: a place for anything but the start of the program.
 */
@NullMarked
package org.shuangshi.registry;

import org.jspecify.annotations.NullMarked;
