import { describe, expect, it } from "vitest";
import { objectsIn } from "../../../checks/charts/objects";
import { workloadsIn } from "../../../checks/charts/workloads";
import { deployment } from "../../../../__tests__/support/rendered";

describe("workloadsIn", () => {
  it("takes what Kubernetes makes pods of, with init containers", () => {
    const yaml = deployment({ replicas: 2, pod: "initContainers: [{ name: first }]" });

    expect(workloadsIn(objectsIn(yaml))).toEqual([
      {
        name: "Deployment dex",
        runsForGood: true,
        replicas: 2,
        labels: { app: "dex" },
        serviceAccount: "dex",
        containers: [{ name: "first" }, { name: "dex" }],
        spread: [],
        hostNetwork: false,
        pod: {
          serviceAccountName: "dex",
          initContainers: [{ name: "first" }],
          containers: [{ name: "dex" }],
        },
      },
    ]);
  });

  it("finds the pods of a CronJob, and counts no copies where there is no number of them", () => {
    const yaml = `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: run }] } } } } }
`;
    const [job] = workloadsIn(objectsIn(yaml));

    expect(job?.containers).toEqual([{ name: "run" }]);
    expect(job?.replicas).toBeUndefined();
    expect(job?.runsForGood).toBe(false);
  });

  it("knows the pods that an operator makes of a Prometheus", () => {
    const yaml = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main }
spec: { replicas: 2, image: prometheus:v3, resources: { limits: { memory: 1Gi } }, containers: [{ name: sidecar }] }
`;
    const [prometheus] = workloadsIn(objectsIn(yaml));

    expect(prometheus).toMatchObject({
      replicas: 2,
      labels: { "app.kubernetes.io/name": "prometheus", "operator.prometheus.io/name": "main" },
      containers: [{ image: "prometheus:v3", resources: { limits: { memory: "1Gi" } } }, { name: "sidecar" }],
    });
  });

  it("takes nothing that has no pods", () => {
    expect(workloadsIn(objectsIn("{ apiVersion: v1, kind: Secret, metadata: { name: s } }"))).toEqual([]);
  });

  it.each([
    ["nodes", "karpenter.sh/v1", "NodePool", "{ spec: { taints: [] } }"],
    ["backups", "velero.io/v1", "Schedule", "{ includedNamespaces: [apps] }"],
  ])("takes no template of %s for one of pods", (_, apiVersion, kind, template) => {
    const object = JSON.stringify({ apiVersion, kind, metadata: { name: "some" } });

    expect(workloadsIn(objectsIn(`${object.slice(0, -1)}, "spec": { "template": ${template} } }`))).toEqual(
      [],
    );
  });
});
