package org.shuangshi.gis.mesh;

/** Carries the fault out of the steps of an edit; never leaves the package. */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {
  private final transient MeshFault fault;

  Refusal(MeshFault fault) {
    super(fault.kind().code(), null, false, false);
    this.fault = fault;
  }

  MeshFault fault() {
    return fault;
  }
}
