import { describe, expect, it } from "vitest";
import { madeNames, missingReferences } from "../../../checks/charts-repository/references";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { deployment, object } from "./objects";

describe("objects that pods name", () => {
  const problemsOf = (objects: readonly KubernetesObject[]) =>
    missingReferences(objects, madeNames(objects)).map(({ problem }) => problem);

  it.each([
    ["Secret a", { container: { env: [{ valueFrom: { secretKeyRef: { name: "a", key: "k" } } }] } }],
    ["ConfigMap a", { container: { envFrom: [{ configMapRef: { name: "a" } }] } }],
    ["Secret a", { pod: { volumes: [{ secret: { secretName: "a" } }] } }],
    ["ConfigMap a", { pod: { volumes: [{ projected: { sources: [{ configMap: { name: "a" } }] } }] } }],
    ["PersistentVolumeClaim a", { pod: { volumes: [{ persistentVolumeClaim: { claimName: "a" } }] } }],
    ["ServiceAccount a", { pod: { serviceAccountName: "a" } }],
    ["Secret a", { pod: { imagePullSecrets: [{ name: "a" }] } }],
    ["PriorityClass a", { pod: { priorityClassName: "a" } }],
  ])("are missing where nothing makes them: %s", (name, pod) => {
    expect(problemsOf([deployment("web", pod)])).toEqual([
      `reference: expected ${name} in shop, got none; make it, or say in notMade of the layout what does`,
    ]);
  });

  it("may be what an ExternalSecret or a Certificate writes", () => {
    const pod = { volumes: [{ secret: { secretName: "a" } }, { secret: { secretName: "b" } }] };

    expect(
      problemsOf([
        deployment("web", { pod }),
        object("external-secrets.io/v1", "ExternalSecret", "x", { spec: { target: { name: "a" } } }),
        object("cert-manager.io/v1", "Certificate", "y", { spec: { secretName: "b" } }),
      ]),
    ).toEqual([]);
  });

  it("may be classes, which have no namespace", () => {
    const claim = object("v1", "PersistentVolumeClaim", "disk", { spec: { storageClassName: "fast" } });
    const classes = ["PriorityClass", "StorageClass"].map(
      (kind) => ({ apiVersion: "v1", kind, metadata: { name: "fast" } }) as KubernetesObject,
    );
    const objects = [deployment("web", { pod: { priorityClassName: "fast" } }), claim];

    expect(problemsOf([...objects, ...classes])).toEqual([]);
    expect(problemsOf(objects)).toHaveLength(2);
  });

  it("are missing where another namespace has them", () => {
    const pod = { volumes: [{ secret: { secretName: "a" } }] };

    expect(problemsOf([deployment("web", { pod }), object("v1", "Secret", "a", {}, "bank")])).toHaveLength(1);
  });

  it("may be absent where the pod says that they are optional", () => {
    const pod = { volumes: [{ secret: { secretName: "a", optional: true } }] };

    expect(problemsOf([deployment("web", { pod })])).toEqual([]);
  });
});
