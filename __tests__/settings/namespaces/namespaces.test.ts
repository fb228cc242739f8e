import { expect, it } from "vitest";
import {
  applicationNamespaces,
  namespacesOf,
  ofApplications,
} from "../../../src/settings/namespaces/namespaces";
import { organisation } from "../../support/organisation";
import { harbourTrust } from "../../support/harbour-trust";
import { riverAuthority } from "../../support/river-authority";

const WITHOUT_FLUX = {
  addons: { flux: false, teleportKubeAgent: false },
  cluster: { gitops: "argo-cd" },
} as const;
const NAMESPACES = namespacesOf({ organisation, ...WITHOUT_FLUX });

it.each(["apps", "licensify", "datagovuk"] as const)("lets only restricted pods into %s", (name) => {
  expect(NAMESPACES[name]!.labels).toMatchObject({
    "pod-security.kubernetes.io/enforce": "restricted",
    "pod-security.kubernetes.io/audit": "restricted",
    "pod-security.kubernetes.io/warn": "restricted",
    "argocd.argoproj.io/managed-by": "cluster-services",
  });
});

it("keeps new pods of load-balanced applications from being Ready before they get traffic", () => {
  const gated = Object.entries(NAMESPACES).filter(
    ([, { labels }]) => "elbv2.k8s.aws/pod-readiness-gate-inject" in labels,
  );

  expect(gated.map(([name]) => name)).toEqual(["apps", "licensify"]);
});

it("lets monitoring, whose node-exporter reads its node, run privileged pods, and no other namespace", () => {
  const privileged = Object.entries(NAMESPACES).filter(
    ([, { labels }]) => labels["pod-security.kubernetes.io/enforce"] === "privileged",
  );

  expect(privileged.map(([name]) => name)).toEqual(["monitoring"]);
});

it.each([organisation, riverAuthority.organisation, harbourTrust.organisation])(
  "labels the namespaces of applications of $name, and no others, for network policies",
  (of) => {
    const [[label, value]] = Object.entries(ofApplications(of)) as [[string, string]];
    const labelled = Object.entries(namespacesOf({ organisation: of, ...WITHOUT_FLUX })).filter(
      ([, { labels }]) => labels[label] === value,
    );

    expect(labelled.map(([name]) => name)).toEqual(applicationNamespaces(of));
  },
);
