import { customKindsIn } from "../../tools/checks/charts/custom-kinds";
import { objectsIn } from "../../tools/checks/charts/objects";
import type { Rendered } from "../../tools/checks/charts/rendered";
import { workloadsIn } from "../../tools/checks/charts/workloads";
import type { JsonMap } from "../../tools/terraform-json/json-map";

/** A release in `cluster-services` of which Helm makes this YAML. */
export function rendered(yaml: string, values: JsonMap = {}): Rendered {
  const objects = objectsIn(yaml);
  const release = {
    address: "helm_release.dex_release",
    name: "dex",
    namespace: "cluster-services",
    chart: { name: "dex", version: "1.0.0" },
    values,
    skipsCrds: false,
    after: new Set<string>(),
  };
  return {
    release,
    objects,
    workloads: workloadsIn(objects),
    recordBytes: 0,
    kinds: customKindsIn(objects),
    kindsMayLack: false,
  };
}

/** A Deployment named `dex` with the label `app: dex`, to which a test adds what it is about. */
export const deployment = ({
  replicas = 1,
  pod = "",
  container = "",
}: {
  readonly replicas?: number;
  readonly pod?: string;
  readonly container?: string;
} = {}): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: dex }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: dex } }
  template:
    metadata: { labels: { app: dex } }
    spec:
      serviceAccountName: dex
${indented(6, pod)}
      containers:
        - name: dex
${indented(10, container)}
`;

const indented = (by: number, text: string): string =>
  text
    .split("\n")
    .map((line) => " ".repeat(by) + line)
    .join("\n");

/** Rights of a container that has none but its user's. */
export const LEAST_RIGHTS = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
} as const;
