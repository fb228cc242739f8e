import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { describe, expect, it } from "vitest";
import { clustersOf } from "../../src/settings/environment/hub";
import { clusterLabel } from "../../src/settings/environment/stack-names";
import { definitions } from "../../src/settings/addons";
import { fleetPlatform, windfleet } from "../support/giant-swarm";

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly destinations: readonly { readonly server: string; readonly namespace: string }[];
  };
}

const stack = (id: string) => fleetPlatform[id]!;
const releases = (id: string) => stack(id).all(Release);
const objects: readonly Manifest[] = releases("cluster-services-hub").flatMap(({ values }) => {
  const { objects = [] } = JSON.parse((values as string[])[0]!) as { objects?: Manifest[] };
  return objects;
});
const secrets = objects.filter(
  ({ metadata }) => metadata.labels?.["argocd.argoproj.io/secret-type"] === "cluster",
);

describe("the management cluster", () => {
  it("knows the workload clusters that are registered, and no other", () => {
    expect(secrets.map(({ metadata }) => metadata.labels)).toEqual([
      expect.objectContaining({ cluster: "northwind", organisation: "northwind", region: "eu-central-1" }),
      expect.objectContaining({ cluster: "southwind", organisation: "southwind", region: "eu-west-1" }),
    ]);
  });

  it("holds no token of theirs: it takes a role in their account", () => {
    const configs = secrets.map(
      ({ stringData }) => JSON.parse(stringData!.config!) as Record<string, object>,
    );

    expect(configs.map((config) => Object.keys(config).sort())).toEqual([
      ["awsAuthConfig", "tlsClientConfig"],
      ["awsAuthConfig", "tlsClientConfig"],
    ]);
    expect(configs.map(({ awsAuthConfig }) => awsAuthConfig)).toEqual([
      { clusterName: "live", roleARN: "arn:aws:iam::222200002222:role/argo-cd-hub-live" },
      { clusterName: "store", roleARN: "arn:aws:iam::333300003333:role/argo-cd-hub-store" },
    ]);
  });

  it("sees the namespaces of applications there, and nothing of the cluster itself", () => {
    expect(secrets.map(({ stringData }) => [stringData!.namespaces, stringData!.clusterResources])).toEqual([
      ["shop", "false"],
      ["shop", "false"],
    ]);
  });

  it("lets two parts of Argo CD take those roles, and no other role", () => {
    const policies = stack("cluster-services-hub")
      .all(IamRolePolicy)
      .filter(({ name }) => String(name).startsWith("argocd-"));

    expect(policies.map(({ name }) => name)).toEqual(["argocd-application-controller", "argocd-server"]);
    for (const { policy } of policies) {
      expect(JSON.parse(policy as string)).toMatchObject({
        Statement: [
          {
            Action: ["sts:AssumeRole", "sts:TagSession"],
            Resource: [
              "arn:aws:iam::222200002222:role/argo-cd-hub-live",
              "arn:aws:iam::333300003333:role/argo-cd-hub-store",
            ],
          },
        ],
      });
    }
  });

  it("has a project for each organisation, whose applications reach its clusters alone", () => {
    const destinations = objects
      .filter(({ metadata }) => metadata.name.startsWith("organisation-"))
      .map(({ metadata, spec }) => [
        metadata.name,
        spec!.destinations.map(({ server }) => server.slice(8, 10)),
      ]);

    expect(destinations).toEqual([
      ["organisation-northwind", ["AA"]],
      ["organisation-southwind", ["BB"]],
    ]);
  });
});

describe("a workload cluster", () => {
  it("has add-ons of its hub, and none besides but the program that delivers to it", () => {
    const [hub, ...workloads] = clustersOf(windfleet.environments);
    const onIn = ({ addons }: NonNullable<typeof hub>) =>
      definitions().flatMap(([name]) => (addons[name] === false || name === "flux" ? [] : [name]));

    for (const workload of workloads) {
      expect(onIn(hub!)).toEqual(expect.arrayContaining(onIn(workload)));
      expect(onIn(hub!).length).toBeGreaterThan(onIn(workload).length);
    }
  });

  it("lets nothing of its hub in where Flux delivers", () => {
    const entries = stack("cluster-access-northwind-preview").all(EksAccessEntry);

    expect(JSON.stringify(entries)).not.toContain("argo-cd-hub");
  });

  it.each([
    ["cluster-access-northwind", "live"],
    ["cluster-access-southwind", "store"],
  ])("lets the two parts of its hub in by a role that may do nothing in AWS: %s", (id, cluster) => {
    const role = stack(id)
      .all(IamRole)
      .find(({ name }) => name === `argo-cd-hub-${cluster}`)!;
    const { Statement } = JSON.parse(role.assume_role_policy as string) as { Statement: object[] };
    const entries = stack(id).all(EksAccessEntry);

    expect(Statement).toMatchObject(
      ["argocd-application-controller-hub", "argocd-server-hub"].map((name) => ({
        Principal: { AWS: "arn:aws:iam::111100001111:root" },
        Condition: { StringEquals: { "aws:PrincipalArn": `arn:aws:iam::111100001111:role/${name}` } },
      })),
    );
    expect(entries.filter(({ kubernetes_groups: groups }) => String(groups) === "argo-cd-hub")).toHaveLength(
      1,
    );
    expect(
      stack(id)
        .all(IamRolePolicy)
        .filter(({ role }) => String(role).includes("hub")),
    ).toEqual([]);
  });

  it("gives its hub rights in namespaces of applications, none on Secrets and none over rights", () => {
    const [role, ...others] = stack("cluster-access-southwind")
      .all(RoleV1)
      .filter(({ metadata }) => (metadata as { name: string }).name === "argo-cd-hub");
    const rules = role!.rule as readonly {
      readonly resources: readonly string[];
      readonly api_groups: readonly string[];
    }[];

    expect(others).toEqual([]);
    expect(role!.metadata).toMatchObject({ namespace: "shop" });
    expect(rules.flatMap(({ resources }) => resources)).toEqual(
      expect.arrayContaining(["deployments", "ingresses", "pods", "services"]),
    );
    expect(rules.flatMap(({ resources }) => resources)).not.toContain("secrets");
    expect(rules.flatMap(({ api_groups: groups }) => groups)).not.toContain("rbac.authorization.k8s.io");
  });
});

describe("pods of a fleet", () => {
  it.each(clustersOf(windfleet.environments).map((cluster) => clusterLabel(cluster)))(
    "are judged by Kyverno in %s, beside Pod Security",
    (label) => {
      const policies = releases(`cluster-services-${label}`).find(({ name }) => name === "pod-security")!;
      const { objects: rules } = JSON.parse((policies.values as string[])[0]!) as { objects: Manifest[] };

      expect(new Set(rules.map(({ kind }) => kind))).toEqual(
        new Set(["PolicyException", "ValidatingPolicy"]),
      );
    },
  );
});
