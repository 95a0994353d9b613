package org.shuangshi.registry.permission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call for everybody who is signed in, whatever their rights. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {
  /** Also before the second factor, or an own password: the calls that bring them. */
  boolean early() default false;
}
