import { expect, it } from "vitest";
import { judgedObjects } from "../../../checks/policies/judged-objects";
import { deployment, rendered } from "../../../../__tests__/support/rendered";

const named = (yaml: string) =>
  judgedObjects([rendered(yaml)]).map(({ kind, metadata }) => `${String(kind)} ${JSON.stringify(metadata)}`);

it("judges workloads and the pods that they make, each in its release's namespace", () => {
  expect(named(deployment())).toEqual([
    'Deployment {"namespace":"cluster-services","name":"dex"}',
    'Pod {"name":"dex-pod","namespace":"cluster-services"}',
  ]);
});

it("judges the pods of a CronJob", () => {
  const cronJob = `
apiVersion: batch/v1
kind: CronJob
metadata: { name: seal }
spec: { jobTemplate: { spec: { template: { spec: { containers: [] } } } } }
`;

  expect(named(cronJob)).toContain('Pod {"name":"seal-pod","namespace":"cluster-services"}');
});

it("leaves out what is where Gatekeeper never looks", () => {
  const driver = `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ebs-csi-node, namespace: kube-system }
spec: { template: { spec: { hostNetwork: true, containers: [] } } }
`;

  expect(named(driver)).toEqual([]);
});

it("takes policies as they are, and nothing that no policy is about", () => {
  const others = `
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: AllowedImages
metadata: { name: allowed-images }
---
apiVersion: v1
kind: Secret
metadata: { name: secret }
`;

  expect(named(others)).toEqual(['AllowedImages {"name":"allowed-images"}']);
});
