package org.shuangshi.registry.web;

import java.time.Duration;
import org.shuangshi.registry.permission.PermissionGuard;
import org.shuangshi.registry.request.ParameterGuard;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards before every call, and the page's files behind them. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private final PermissionGuard permissions;
  private final ParameterGuard parameters;

  WebConfiguration(PermissionGuard permissions, ParameterGuard parameters) {
    this.permissions = permissions;
    this.parameters = parameters;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(permissions);
    registry.addInterceptor(parameters);
  }

  /**
   * Files under assets carry a hash of their content in their names and never change; all others
   * are asked about each time.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/META-INF/resources/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
