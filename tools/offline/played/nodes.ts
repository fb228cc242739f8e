import { asMap, type JsonMap } from "../../terraform-json/json-map";
import { refusalOf } from "../api-client";
import { CommandError } from "../../kit/command-error";
import type { Stage } from "./watched";

/** Name of the node that all pods run on. */
export const NODE = "played";

/** Makes the node. It is ready, and large enough for everything. */
export async function playNode({ client }: Stage): Promise<void> {
  const { body, ...answer } = await client.create("/api/v1/nodes", NODE_OBJECT);
  const refusal = refusalOf({ ...answer, body });
  if (refusal !== undefined) {
    throw new CommandError(`played node: expected the API server to take it, got: ${refusal}`);
  }
  const amounts = { cpu: "10000", memory: "100Ti", pods: "10000", "ephemeral-storage": "100Ti" };
  const ready = { type: "Ready", status: "True", reason: "Played", message: "no kubelet" };
  await client.merge(`/api/v1/nodes/${NODE}/status`, {
    status: { ...asMap(body.status), capacity: amounts, allocatable: amounts, conditions: [ready] },
  });
}

const NODE_OBJECT: JsonMap = {
  apiVersion: "v1",
  kind: "Node",
  metadata: {
    name: NODE,
    labels: {
      "kubernetes.io/os": "linux",
      "kubernetes.io/arch": "arm64",
      "kubernetes.io/hostname": NODE,
      "topology.kubernetes.io/zone": "zone-a",
    },
  },
};
