import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judged } from "../../../checks/charts-repository/missing";
import { registryIn, unpullableImages } from "../../../checks/charts-repository/pulls";
import { amountOf } from "../../../checks/charts-repository/quantity";
import { madeNames, missingReferences } from "../../../checks/charts-repository/references";
import { crowdedNamespaces, tooLargeContainers } from "../../../checks/charts-repository/room";
import { neighboursIn, unreachableServices } from "../../../checks/charts-repository/service-paths";
import type { KubernetesObject } from "../../../checks/charts/objects";

const object = (apiVersion: string, kind: string, name: string, rest: object = {}, namespace = "shop") =>
  ({ apiVersion, kind, metadata: { name, namespace }, ...rest }) as KubernetesObject;

interface Pod {
  readonly container?: object;
  readonly pod?: object;
  readonly replicas?: number;
  readonly namespace?: string;
}

const deployment = (name: string, { container, pod, replicas, namespace }: Pod = {}) =>
  object(
    "apps/v1",
    "Deployment",
    name,
    {
      spec: {
        ...(replicas !== undefined && { replicas }),
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: "main", image: "example", ...container }], ...pod },
        },
      },
    },
    namespace,
  );

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

  it("are missing where another namespace has them", () => {
    const pod = { volumes: [{ secret: { secretName: "a" } }] };

    expect(problemsOf([deployment("web", { pod }), object("v1", "Secret", "a", {}, "bank")])).toHaveLength(1);
  });

  it("may be absent where the pod says that they are optional", () => {
    const pod = { volumes: [{ secret: { secretName: "a", optional: true } }] };

    expect(problemsOf([deployment("web", { pod })])).toEqual([]);
  });
});

describe("Services that pods call", () => {
  const NAMESPACES = { shop: {}, bank: {} };
  const service = (name: string, namespace = "shop", port = 80) =>
    object(
      "v1",
      "Service",
      name,
      { spec: { selector: { app: name }, ports: [{ port, targetPort: 8080 }] } },
      namespace,
    );
  const caller = (value: string) => deployment("web", { container: { env: [{ name: "URL", value }] } });
  const policy = (namespace: string, spec: object) =>
    object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "some",
      { spec: { podSelector: {}, ...spec } },
      namespace,
    );
  const problemsOf = (objects: readonly KubernetesObject[]) =>
    unreachableServices(objects, neighboursIn(objects, NAMESPACES)).map(({ problem }) => problem);

  it.each([
    "http://api",
    "http://api.shop",
    "http://api.shop.svc",
    "http://user@api.shop.svc.cluster.local:80/x",
  ])("are reached at %s", (url) => {
    expect(problemsOf([caller(url), service("api"), deployment("api")])).toEqual([]);
  });

  it("are missing where none has the name", () => {
    expect(problemsOf([caller("redis://cache/1")])).toEqual([
      "service: expected cache.shop, got no such Service; correct the address, or deploy it",
    ]);
  });

  it("are missing where a ConfigMap of the pod's names one that is not there", () => {
    const container = { envFrom: [{ configMapRef: { name: "addresses" } }] };

    expect(
      problemsOf([
        deployment("web", { container }),
        object("v1", "ConfigMap", "addresses", { data: { API: "http://api.bank" } }),
      ]),
    ).toEqual(["service: expected api.bank, got no such Service; correct the address, or deploy it"]);
  });

  it("have pods behind the port", () => {
    expect(problemsOf([caller("http://api:81"), service("api"), deployment("api")])).toEqual([
      "service: expected pods behind port 81 of api.shop, got none; correct the port, or the Service's selector",
    ]);
  });

  it("are out of reach where a network policy of either end drops the packets", () => {
    const objects = [
      caller("http://api.bank"),
      service("api", "bank"),
      deployment("api", { namespace: "bank" }),
      policy("shop", { policyTypes: ["Egress"], egress: [] }),
      policy("bank", { policyTypes: ["Ingress"], ingress: [] }),
    ];

    expect(problemsOf(objects)).toEqual([
      "network: expected a way from shop to api.bank, got no egress to port 8080; add shop to the callers of namespace bank",
      "network: expected a way from shop to api.bank, got no ingress to port 8080; add shop to the callers of namespace bank",
    ]);
  });

  it.each(["https://www.example.org", "http://10.0.0.1", "http://localhost:3000", "a sentence", "api"])(
    "are not looked for in %s",
    (value) => {
      expect(problemsOf([caller(value)])).toEqual([]);
    },
  );
});

describe("room of a namespace", () => {
  const PLATFORM = [
    object("v1", "ResourceQuota", "quota", {
      spec: {
        hard: { "requests.cpu": "2", "requests.storage": "10Gi", pods: "3", "services.loadbalancers": "0" },
      },
    }),
    object("v1", "LimitRange", "range", {
      spec: { limits: [{ type: "Container", defaultRequest: { cpu: "500m" }, max: { memory: "1Gi" } }] },
    }),
  ];
  const cpu = (amount: string) => ({ container: { resources: { requests: { cpu: amount } } } });

  it("is enough for what fits to the last thousandth", () => {
    expect(crowdedNamespaces([deployment("web", { ...cpu("1500m") }), deployment("api")], PLATFORM)).toEqual(
      [],
    );
  });

  it("is too small for the replicas that an autoscaler may make", () => {
    const scaler = object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
      spec: { maxReplicas: 3, scaleTargetRef: { kind: "Deployment", name: "web" } },
    });

    expect(crowdedNamespaces([deployment("web", cpu("1")), scaler], PLATFORM)).toEqual([
      "quota: expected at most 2 of requests.cpu in shop, got 3; raise the quota of the namespace",
    ]);
  });

  it("counts pods, disks and load balancers", () => {
    expect(
      crowdedNamespaces(
        [
          deployment("web", { replicas: 4, ...cpu("1m") }),
          object("v1", "PersistentVolumeClaim", "disk", {
            spec: { resources: { requests: { storage: "11Gi" } } },
          }),
          object("v1", "Service", "web", { spec: { type: "LoadBalancer" } }),
        ],
        PLATFORM,
      ),
    ).toEqual([
      "quota: expected at most 3 of pods in shop, got 4; raise the quota of the namespace",
      "quota: expected at most 10Gi of requests.storage in shop, got 11Gi; raise the quota of the namespace",
      "quota: expected at most 0 of services.loadbalancers in shop, got 1; raise the quota of the namespace",
    ]);
  });

  it("takes the largest container that prepares a pod instead of those that run later, where it asks for more", () => {
    const pod = { initContainers: [{ name: "first", resources: { requests: { cpu: "3" } } }] };

    expect(crowdedNamespaces([deployment("web", { pod })], PLATFORM)).toEqual([
      "quota: expected at most 2 of requests.cpu in shop, got 3; raise the quota of the namespace",
    ]);
  });

  it("has a maximum for each container", () => {
    const container = { resources: { limits: { memory: "2Gi" } } };

    expect(tooLargeContainers([deployment("web", { container })], PLATFORM)).toEqual([
      "limit: expected at most 1Gi of memory in shop, got 2Gi for main of Deployment web; ask for less, or raise the namespace's maximum",
    ]);
  });
});

describe("images of the organisation's registry", () => {
  const registry = registryIn([
    {
      resource: {
        aws_ecr_repository: { web: { name: "example/web" } },
        aws_ecr_repository_policy: {
          web: {
            repository: "${aws_ecr_repository.web.name}",
            policy: JSON.stringify({
              Statement: [
                {
                  Effect: "Allow",
                  Principal: { AWS: ["arn:aws:iam::222222222222:root"] },
                  Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                },
              ],
            }),
          },
        },
        aws_ecr_pull_through_cache_rule: { docker: { ecr_repository_prefix: "docker.io" } },
      },
    },
  ]);
  const problemsOf = (name: string, account = "222222222222") =>
    unpullableImages(
      [deployment("web", { container: { image: `111111111111.dkr.ecr.eu-west-1.amazonaws.com/${name}` } })],
      registry,
      account,
    );

  it("can be pulled by accounts that the repository's policy names", () => {
    expect(problemsOf("example/web:v1")).toEqual([]);
    expect(problemsOf("example/web@sha256:0123", "111111111111")).toEqual([]);
  });

  it("can be pulled through copies of other registries", () => {
    expect(problemsOf("docker.io/library/redis:7")).toEqual([]);
  });

  it("cannot be pulled by another account", () => {
    expect(problemsOf("example/web:v1", "333333333333")).toEqual([
      "pull: expected example/web to let account 333333333333 pull, got a policy without it; add it to the registry's accounts",
    ]);
  });

  it("are not known where the organisation has no registry of its own", () => {
    const objects = [
      deployment("web", { container: { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/web:v1" } }),
    ];

    expect(unpullableImages(objects, registryIn([{}]), "222222222222")).toEqual([]);
  });

  it("cannot be pulled from a repository that is not there", () => {
    expect(problemsOf("example/other:v1")).toEqual([
      "pull: expected a repository of the registry, got 111111111111.dkr.ecr.eu-west-1.amazonaws.com/example/other:v1; add example/other to the registry's",
    ]);
  });
});

describe("what the layout says is not made", () => {
  const MISSING = ["a", "b"].map((name) => ({
    object: "Secret token-x",
    problem: "reference: expected Secret token-x, got none",
    callers: [`Deployment ${name}`],
  }));

  it("is no problem, and is told with its reason", () => {
    expect(judged(MISSING, [{ object: "Secret token-*", reason: "A job writes it." }])).toEqual({
      problems: [],
      notMade: ["Secret token-*: A job writes it."],
    });
  });

  it("says nothing of other objects, each of which is one problem of all that need it", () => {
    expect(judged(MISSING, [{ object: "Secret other", reason: "A job writes it." }])).toEqual({
      problems: ["reference: expected Secret token-x, got none; Deployment a and 1 more need it"],
      notMade: [],
    });
  });
});

describe("quantities", () => {
  it.each([
    ["500m", 0.5],
    ["2", 2],
    ["1.5Gi", 1.5 * 2 ** 30],
    ["1e3", 1000],
    ["12E2", 1200],
    ["1E", 1e18],
    [".5k", 500],
  ])("are read: %s", (text, amount) => {
    expect(amountOf(text)).toBeCloseTo(amount, 6);
  });

  it("of whole numbers are themselves", () => {
    fc.assert(fc.property(fc.nat(), (number) => amountOf(String(number)) === number));
  });

  it.each(["", "m", "1 Gi", "1gi", "--1", "1.2.3"])("are none: %j", (text) => {
    expect(() => amountOf(text)).toThrow("expected a quantity such as 500m or 2Gi");
  });
});
