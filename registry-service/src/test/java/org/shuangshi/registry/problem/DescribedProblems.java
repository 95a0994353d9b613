package org.shuangshi.registry.problem;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds to every call that it may be refused, and names it by its room and its method. */
@Component
class DescribedProblems implements OpenApiCustomizer, OperationCustomizer {

  @Override
  public void customise(OpenAPI description) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach(description.getComponents()::addSchemas);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod call) {
    operation.setOperationId(operation.getTags().get(0) + "_" + call.getMethod().getName());
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("问题文档（RFC 9457）：code 为稳定的英文代码，detail 为中文说明")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    return operation;
  }
}
