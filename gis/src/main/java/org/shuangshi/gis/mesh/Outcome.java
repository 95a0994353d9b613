package org.shuangshi.gis.mesh;

import java.util.Optional;

/** What came of an edit: a mesh, or why there is none. The mesh before stays as it was. */
public sealed interface Outcome {

  record Accepted(Mesh mesh) implements Outcome {}

  record Refused(MeshFault fault) implements Outcome {}

  /** The new mesh, empty where the edit was refused. */
  default Optional<Mesh> ifAccepted() {
    return this instanceof Accepted accepted ? Optional.of(accepted.mesh()) : Optional.empty();
  }

  /** Why there is no mesh. */
  default Optional<MeshFault> ifRefused() {
    return this instanceof Refused refused ? Optional.of(refused.fault()) : Optional.empty();
  }
}
