package org.shuangshi.registry.account;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The identity provider people may sign in with, by {@code REGISTRY_OIDC_…}.
 *
 * @param label what its button says
 * @param nameClaim claim that holds the account's name, for the first sign-in
 * @param secondFactors words of acr or amr by which it says that a second factor was given
 */
@Component
@ConditionalOnProperty("registry.oidc.issuer")
record ProviderSettings(
    @Value("${registry.oidc.issuer}") String issuer,
    @Value("${registry.oidc.client-id}") String clientId,
    @Value("${registry.oidc.client-secret}") String clientSecret,
    @Value("${registry.oidc.label:统一身份认证}") String label,
    @Value("${registry.oidc.name-claim:preferred_username}") String nameClaim,
    @Value("${registry.oidc.second-factor:mfa,otp,hwk}") Set<String> secondFactors) {

  /** Its name in addresses. */
  static final String REGISTRATION = "oidc";

  @Override
  public String toString() {
    return issuer;
  }
}
