import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { EksCapability } from "@cdktf/provider-aws/lib/eks-capability";
import { Release } from "@cdktf/provider-helm/lib/release";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { describe, expect, it } from "vitest";
import { platform as fleet } from "../../examples/giant-swarm";
import { platform as river } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { problemsOfProducts } from "../support/products";
import { riverPlatform } from "../support/river-authority";
import { synthesisePlatform } from "../support/synthesise";
import { productFile } from "../support/tenant-stacks";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

const objectsIn = (stack: Terraform): Block[] =>
  stack.all(Release).flatMap((release) => (valuesOf(release).objects ?? []) as Block[]);

const kindIn = (id: string, kind: string): Block =>
  objectsIn(riverPlatform[id]!).find((object) => object.kind === kind)!;

const TRIAL = "tenant-dev-river-maps-trial";
const CLUSTER = "arn:aws:eks:eu-central-1:111122223333:cluster/river";

it("keeps the namespace of its Secrets from tenants", () => {
  expect(
    problemsOfProducts(river, {
      files: [productFile("argocd", { trial: "cluster: dev, namespace: argocd" })],
    })[0],
  ).toContain('expected a namespace that is not the platform\'s, got "argocd"');
});

it("lets no hub in beside it", () => {
  const [hub, northwind, southwind] = fleet.environments;
  const store = southwind!.clusters.store!;
  const stacks = synthesisePlatform(
    definePlatform({
      ...fleet,
      environments: [
        hub!,
        northwind!,
        {
          ...southwind!,
          clusters: {
            store: {
              ...store,
              fleet: { ...store.fleet, api: undefined } as typeof store.fleet,
              gitops: "eks-argo-cd",
              eksCapabilities: {
                argoCd: {
                  identityCenter: { instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef" },
                  admins: ["a1b2c3d4-5678-4abc-8def-0123456789ab"],
                },
              },
            },
          },
        },
      ],
    }),
  );

  expect(JSON.stringify(stacks["cluster-access-southwind"]!.json)).not.toContain("argo-cd-hub");
});

describe("a cluster with the Argo CD that EKS runs", () => {
  it("signs people in by Identity Center, each group with its role", () => {
    const [argoCd] = riverPlatform["cluster-infrastructure-dev"]!.all(EksCapability).filter(
      ({ type }) => type === "ARGOCD",
    );

    expect(argoCd!.configuration).toEqual([
      {
        argo_cd: [
          {
            namespace: "argocd",
            aws_idc: [{ idc_instance_arn: "arn:aws:sso:::instance/ssoins-0123456789abcdef" }],
            rbac_role_mapping: [
              {
                role: "ADMIN",
                identity: [{ id: "a1b2c3d4-5678-4abc-8def-0123456789ab", type: "SSO_GROUP" }],
              },
              {
                role: "VIEWER",
                identity: [{ id: "b2c3d4e5-6789-4bcd-8efa-123456789abc", type: "SSO_GROUP" }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it("is registered with it by its ARN, without a credential", () => {
    expect(kindIn("cluster-services-dev", "Secret")).toMatchObject({
      metadata: {
        namespace: "argocd",
        labels: { "argocd.argoproj.io/secret-type": "cluster" },
      },
      stringData: { name: "river", server: CLUSTER },
    });
  });

  it("lets it deploy to namespaces of applications and of tenants that Git delivers to, and nowhere else", () => {
    const [policy] = Object.values(
      riverPlatform["cluster-access-dev"]!.named(EksAccessPolicyAssociation),
    ).filter(({ policy_arn }) => (policy_arn as string).endsWith("AmazonEKSEditPolicy"));

    expect(policy).toMatchObject({
      principal_arn: "arn:aws:iam::111122223333:role/river-argo-cd",
      access_scope: { type: "namespace", namespaces: ["floods", "river-maps-trial"] },
    });
  });

  it("labels no namespace as if our Argo CD deployed to it", () => {
    const labels = riverPlatform["cluster-access-dev"]!.all(NamespaceV1).map(({ metadata }) => metadata);

    expect(JSON.stringify([labels, kindIn(TRIAL, "Namespace")])).not.toContain(
      "argocd.argoproj.io/managed-by",
    );
  });

  it("has a project for each tenant that says where its Application is, and no kinds beyond its rights", () => {
    const { metadata, spec } = kindIn(TRIAL, "AppProject") as { metadata: Block; spec: Block };
    const kinds = spec.namespaceResourceWhitelist as { group: string }[];

    expect(metadata.namespace).toBe("argocd");
    expect(spec).toMatchObject({
      sourceNamespaces: ["argocd"],
      destinations: [{ server: CLUSTER, namespace: "river-maps-trial" }],
      clusterResourceBlacklist: [{ group: "*", kind: "*" }],
    });
    expect(kinds.map(({ group }) => group)).not.toContain("monitoring.coreos.com");
    expect(kinds).toContainEqual({ group: "apps", kind: "Deployment" });
  });

  it("has an Application for each tenant that names the cluster by its ARN", () => {
    expect(kindIn(TRIAL, "Application")).toMatchObject({
      metadata: { namespace: "argocd" },
      spec: {
        project: "tenant-river-maps-trial",
        source: { path: "deploy/trial", targetRevision: "trial" },
        destination: { server: CLUSTER, namespace: "river-maps-trial" },
      },
    });
  });
});
