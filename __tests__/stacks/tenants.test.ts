import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Release } from "@cdktf/provider-helm/lib/release";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { describe, expect, it } from "vitest";
import { platform as harbour } from "../../examples/harbour-trust";
import { platform as settings } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { parseProduct } from "../../src/settings/products/product-file";
import type { Tenant } from "../../src/settings/products/products";
import { NO_CAPABILITIES } from "../../src/settings/cluster/eks-capabilities";
import { tenantRolesOn } from "../../src/settings/products/roles";
import { COMMON_KINDS } from "../../src/settings/namespaces/argo-kinds";
import { refusals } from "../../tools/checks/charts/reach";
import { sampleProducts } from "../../tools/samples/tenants";
import { riverAuthority, riverPlatform } from "../support/river-authority";
import { synthesisePlatform } from "../support/synthesise";
import type { Block, Terraform } from "../support/terraform";

const PLAIN = {
  cluster: { eksCapabilities: NO_CAPABILITIES },
  addons: { awsLoadBalancerController: false },
} as const;

/** Invented tenants, so many that most kinds of neighbours are among them. */
const invented = definePlatform({
  ...settings,
  products: sampleProducts(60, {
    live: { cluster: "live", zone: "eks.live.river-authority.example" },
    others: [{ cluster: "dev", zone: "eks.dev.river-authority.example" }],
    gitHub: "river-authority",
  }),
});
const inventedStacks = synthesisePlatform(invented);
const tenants = invented.tenants.products!.tenants;

/** Platform with a product that Argo CD deploys to one cluster, which is live or not. */
const withArgoCd = (isLive: boolean) =>
  definePlatform({
    ...harbour,
    products: {
      teams: { tides: { group: "harbour-trust:tides" } },
      live: isLive ? ["office"] : [],
      files: [
        parseProduct(
          "tenants/tides/tides.yaml",
          "tides",
          `product: tides
owner: { team: tides, email: tides@example.org, channel: "#tides", source: harbour-trust/tides }
environments:
  main:
    cluster: office
    access: [{ team: tides, role: view }]
    deploy:
      mode: gitops
      repository: harbour-trust/tides
      path: deploy/main
      branches: [release, main]
      reviewers: [tides]
`,
        ),
      ],
    },
  });

const byArgoCd = { other: withArgoCd(false), live: withArgoCd(true) };
const stacksByArgoCd = {
  other: synthesisePlatform(byArgoCd.other),
  live: synthesisePlatform(byArgoCd.live),
};

/** Tenants of all these platforms. */
const everyTenant = [
  ...riverAuthority.tenants.products!.tenants,
  ...tenants,
  ...byArgoCd.other.tenants.products!.tenants,
];

type KubernetesObject = Parameters<typeof refusals>[0][number];

const objectsOf = (stack: Terraform): KubernetesObject[] =>
  stack
    .all(Release)
    .flatMap(
      ({ values }) => (JSON.parse((values as string[])[0]!) as { objects: KubernetesObject[] }).objects,
    );

const isTenant = ([id]: readonly [string, Terraform]) => id.startsWith("tenant-");

const stacks = [
  ...Object.entries(riverPlatform),
  ...Object.entries(inventedStacks),
  ...Object.entries(stacksByArgoCd.other),
]
  .filter(isTenant)
  .map(([id, terraform]) => ({
    id,
    terraform,
    objects: objectsOf(terraform),
    tenant: everyTenant.find(({ cluster, namespace }) => id === `tenant-${cluster}-${namespace}`)!,
  }));

const river = (id: string) => stacks.find((stack) => stack.id === id)!;

/** Roles that a tenant's file gives, each with the groups that have it. */
const rightsOf = ({ cluster, namespace, settings: { access, deploy } }: Tenant) => {
  const organisation = cluster === "office" ? "harbour-trust" : "river-authority";
  const subject = (kind: string, name: string) => [{ apiGroup: "rbac.authorization.k8s.io", kind, name }];
  const group = (name: string) => subject("Group", name);
  return [
    // Every team of these platforms has a group named after it.
    ...access.map(({ team, role }) => [`tenant-${role}`, group(`tenants:${organisation}:${team}`)]),
    ...(deploy?.mode === "push" ? [["tenant-deployer", group(`tenant-deployers:${namespace}`)]] : []),
    // The river authority's cluster to try things in has kro.
    ...(organisation === "river-authority" && cluster === "dev"
      ? [["kro-graphs", subject("User", "arn:aws:sts::111122223333:assumed-role/river-kro/KRO")]]
      : []),
  ];
};

/** True for an object of the release that makes users of databases. */
const isForDatabaseUsers = ({ kind, metadata }: (typeof stacks)[number]["objects"][number]): boolean =>
  kind === "ClusterSecretStore"
    ? String(metadata.name).startsWith("databases-of-")
    : metadata.namespace === "cluster-services" && kind !== "AppProject" && kind !== "Application";

describe("stacks of tenants", () => {
  it("are one for each namespace", () => {
    expect(Object.entries(inventedStacks).filter(isTenant)).toHaveLength(60);
  });

  it("hold the platform's kinds alone, none of which is outside the tenant's namespace but those of Argo CD and ACK", () => {
    for (const { objects, tenant } of stacks) {
      // Another test asks about the Jobs that make users of databases.
      const [namespace, ...others] = objects.filter((each) => !isForDatabaseUsers(each));
      expect([namespace!.kind, namespace!.metadata.name]).toEqual(["Namespace", tenant.namespace]);
      const outside = others.filter(({ metadata }) => metadata.namespace !== tenant.namespace);

      expect(
        others.filter(
          (each) =>
            !outside.includes(each) &&
            ![
              "ResourceQuota",
              "LimitRange",
              "NetworkPolicy",
              "RoleBinding",
              "ServiceAccount",
              "ConfigMap",
              "ExternalSecret",
              "ListenerSet",
            ].includes(each.kind),
        ),
      ).toEqual([]);
      expect(outside.map(({ kind, metadata }) => `${metadata.namespace}/${kind}/${metadata.name}`)).toEqual(
        tenant.settings.resources?.secret !== undefined
          ? [`undefined/ClusterSecretStore/tenant-${tenant.namespace}`]
          : tenant.settings.selfService !== undefined
            ? [`undefined/IAMRoleSelector/tenant-${tenant.namespace}`]
            : tenant.settings.deploy?.mode === "gitops"
              ? ["AppProject", "Application"].map(
                  // The river authority's cluster to try things in has EKS's Argo CD.
                  (kind) =>
                    `${tenant.cluster === "dev" && tenant.namespace === "river-maps-trial" ? "argocd" : "cluster-services"}/${kind}/tenant-${tenant.namespace}`,
                )
              : [],
      );
    }
  });

  it.each([
    ["other", { prune: true, selfHeal: true }],
    ["live", undefined],
  ] as const)(
    "have Argo CD deploy one repository to one namespace of a cluster (%s), by itself where that is not live",
    (cluster, automated) => {
      const objects = objectsOf(stacksByArgoCd[cluster]["tenant-office-tides-main"]!);
      const [project, application] = ["AppProject", "Application"].map(
        (kind) => objects.find((each) => each.kind === kind)!.spec as Block,
      );
      const repository = "https://github.com/harbour-trust/tides";
      const destination = { server: "https://kubernetes.default.svc", namespace: "tides-main" };

      expect(project).toEqual({
        sourceRepos: [repository],
        destinations: [destination],
        clusterResourceBlacklist: [{ group: "*", kind: "*" }],
        namespaceResourceWhitelist: COMMON_KINDS,
      });
      expect(application).toMatchObject({
        project: "tenant-tides-main",
        source: { repoURL: repository, path: "deploy/main", targetRevision: "release" },
        destination,
      });
      expect((application!.syncPolicy as Block).automated).toEqual(automated);
    },
  );

  it("hold pods to the restricted level, but where the file has an exception", () => {
    const levelOf = (id: string) =>
      (river(id).objects[0]!.metadata.labels as Block)["pod-security.kubernetes.io/enforce"];

    expect(levelOf("tenant-live-river-maps-live")).toBe("restricted");
    expect(levelOf("tenant-dev-river-maps-trial")).toBe("baseline");
  });

  it("bind the roles of tenants to the groups of their own teams and workflows, and to kro where it is on", () => {
    const bound = stacks.map(({ objects }) =>
      objects
        .filter(({ kind }) => kind === "RoleBinding")
        .map((binding) => binding as unknown as { roleRef: { name: string }; subjects: object[] })
        .map(({ roleRef, subjects }) => [roleRef.name, subjects]),
    );

    expect(bound.flat().length).toBeGreaterThan(60);
    expect(bound).toEqual(stacks.map(({ tenant }) => rightsOf(tenant)));
    expect([...Object.keys(tenantRolesOn(PLAIN)), "kro-graphs"]).toEqual(
      expect.arrayContaining(bound.flat().map(([role]) => role)),
    );
  });

  it("trust exactly one environment of one repository", () => {
    const trusted = stacks.map(({ terraform }) =>
      terraform
        .all(IamRole)
        .filter(({ name }) => (name as string).endsWith("-deploy"))
        .flatMap(({ assume_role_policy }) => {
          const { Statement } = JSON.parse(assume_role_policy as string) as { Statement: Block[] };
          return Statement.map(({ Condition }) => Condition);
        }),
    );

    expect(trusted.flat().length).toBeGreaterThan(40);
    expect(trusted).toEqual(
      stacks.map(({ tenant: { settings } }) =>
        settings.deploy?.mode === "push"
          ? [
              {
                StringEquals: {
                  "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                  "token.actions.githubusercontent.com:sub": `repo:${settings.deploy.repository}:environment:${settings.deploy.gitHubEnvironment}`,
                },
              },
            ]
          : [],
      ),
    );
  });

  it("give the workflows of a namespace a group of that namespace", () => {
    const { terraform, objects } = river("tenant-live-flood-warnings-live");

    expect(terraform.only(EksAccessEntry).kubernetes_groups).toEqual([
      "tenant-deployers:flood-warnings-live",
    ]);
    expect(JSON.stringify(objects)).toContain("tenant-deployers:flood-warnings-live");
  });

  it("keep Helm's record where tenants cannot write, and a protected namespace from Terraform", () => {
    for (const { terraform } of stacks) {
      expect(new Set(terraform.all(Release).map(({ namespace }) => namespace))).toEqual(
        new Set(["cluster-services"]),
      );
    }
    expect(river("tenant-live-river-maps-live").terraform.named(Release).namespace!.lifecycle).toEqual({
      prevent_destroy: true,
    });
    expect(river("tenant-dev-river-maps-trial").terraform.only(Release).lifecycle).toBeUndefined();
  });
});

describe("roles of tenants", () => {
  const roles = riverPlatform["cluster-access-live"]!.all(ClusterRoleV1).filter(({ metadata }) =>
    ((metadata as Block).name as string).startsWith("tenant-"),
  );

  it("are made once per cluster", () => {
    expect(roles).toHaveLength(4);
  });

  it("change no policy, no quota and no right", () => {
    const granted = roles.flatMap(({ rule }) => rule as { resources: string[]; verbs: string[] }[]);
    const changed = granted
      .filter(({ verbs }) => verbs.includes("create"))
      .flatMap(({ resources }) => resources);

    expect(changed).toContain("deployments");
    for (const kind of [
      "networkpolicies",
      "resourcequotas",
      "limitranges",
      "roles",
      "rolebindings",
      "namespaces",
      "*",
    ]) {
      expect(changed).not.toContain(kind);
    }
  });

  it("show Secrets to administrators and workflows alone", () => {
    const withSecrets = roles.filter(({ rule }) => JSON.stringify(rule).includes('"secrets"'));

    expect(withSecrets.map(({ metadata }) => (metadata as Block).name).sort()).toEqual([
      "tenant-admin",
      "tenant-deployer",
    ]);
  });
});

describe("pods of a tenant", () => {
  const policies = Object.entries(inventedStacks)
    .filter(isTenant)
    .flatMap(([, stack]) => objectsOf(stack))
    .filter(({ kind }) => kind === "NetworkPolicy");
  const refused = (from: string, to: string, port: number) =>
    refusals(policies, { from: { namespace: from, labels: {} }, to: { namespace: to, labels: {} }, port });

  it("reach another tenant where both sides consent, and nowhere else", () => {
    const reached = tenants.flatMap((from) =>
      tenants
        .filter((to) => to !== from && to.cluster === from.cluster)
        .filter((to) => refused(from.namespace, to.namespace, 8080).length === 0)
        .map((to) => `${from.ref} → ${to.ref}`),
    );
    const consented = tenants.flatMap((to) =>
      (to.settings.network?.allowFrom ?? []).map(({ tenant }) => `${tenant} → ${to.ref}`),
    );

    expect(consented.length).toBeGreaterThan(5);
    expect(reached.sort()).toEqual(consented.sort());
  });

  it("reach no other port of a tenant that lets them in", () => {
    const to = tenants.find(({ settings }) => settings.network?.allowFrom)!;
    const from = tenants.find(({ ref }) => ref === to.settings.network!.allowFrom![0]!.tenant)!;

    expect(refused(from.namespace, to.namespace, 8081)).toEqual(["egress", "ingress"]);
  });

  it("reach each other, DNS and no metadata of their node", () => {
    const { namespace } = tenants[0]!;
    const from = { namespace, labels: {} };
    const dns = { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } };

    expect(refused(namespace, namespace, 9000)).toEqual([]);
    expect(refusals(policies, { from, to: dns, port: 53, protocol: "UDP" })).toEqual([]);
    expect(refusals(policies, { from, to: { address: "169.254.169.254" }, port: 80 })).toEqual(["egress"]);
    expect(refusals(policies, { from, to: { address: "169.254.169.254" }, port: 443 })).toEqual(["egress"]);
  });
});
