import { expect, test } from "vitest";
import { kindsOfEks } from "../../../checks/charts/kinds-of-eks";
import { schemaCheck } from "../../../checks/charts/schema-check";
import { exampleEnvironments } from "../../../samples/examples";

const clusters = exampleEnvironments().flatMap((environment) => environment.clusters);
const nodeClass = { apiVersion: "eks.amazonaws.com/v1", kind: "NodeClass", metadata: { name: "arm" } };

test.each(["auto", "karpenter"] as const)("a NodeClass of EKS is for clusters of Auto Mode: %s", (kind) => {
  const cluster = clusters.find((one) => one.cluster.compute.kind === kind)!;
  const problems = schemaCheck(undefined)(nodeClass, kindsOfEks(cluster));

  expect(problems.length).toBe(kind === "auto" ? 0 : 1);
});
