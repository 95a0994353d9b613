package org.shuangshi.registry.info;

import org.shuangshi.registry.request.Days;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
class InfoService {
  private final InfoRepository repository;
  private final Days days;
  private final boolean demo;

  InfoService(InfoRepository repository, Days days, @Value("${registry.demo}") boolean demo) {
    this.repository = repository;
    this.days = days;
    this.demo = demo;
  }

  InfoResponse get() {
    return repository.read(days.today(), demo);
  }
}
