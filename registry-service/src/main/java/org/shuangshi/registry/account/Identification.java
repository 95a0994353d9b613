package org.shuangshi.registry.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Reader;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** That somebody is signed in, as Spring Security carries it. Rights are the reader's, not its. */
final class Identification extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;
  private static final Collection<GrantedAuthority> NONE = List.of();

  private final transient Reader reader;

  /** Its number, where it is by session. */
  private final @Nullable Long session;

  Identification(Reader reader, @Nullable Long session) {
    super(NONE);
    this.reader = reader;
    this.session = session;
    setAuthenticated(true);
  }

  @Override
  public Reader getPrincipal() {
    return reader;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Nullable Long session() {
    return session;
  }
}
