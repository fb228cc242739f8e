/** Something that a person or a program may want to do with the API of a cluster. */
export interface Deed {
  readonly verb: string;
  readonly resource: string;

  /** Group of the resource's API. */
  readonly group?: string;
  readonly subresource?: string;
}

const READ = ["get", "list"];
const WRITE = ["create", "update", "delete"];

interface Area {
  readonly group?: string;
  readonly resources: Readonly<Record<string, readonly string[]>>;
}

/** Resources that tell levels of access apart, with the verbs that are asked about. */
const AREAS: readonly Area[] = [
  {
    resources: {
      pods: [...READ, ...WRITE],
      "pods/log": ["get"],
      "pods/exec": ["create"],
      "pods/portforward": ["create"],
      "pods/ephemeralcontainers": ["update"],
      "pods/eviction": ["create"],
      secrets: [...READ, ...WRITE],
      configmaps: [...READ, ...WRITE],
      services: [...READ, "update"],
      serviceaccounts: [...READ, "create"],
      "serviceaccounts/token": ["create"],
      events: ["list"],
      persistentvolumeclaims: [...READ, "delete"],
      resourcequotas: ["get", "update"],
      limitranges: ["get", "update"],
      namespaces: [...READ, ...WRITE],
      nodes: [...READ, "update"],
      "nodes/proxy": ["get"],
      persistentvolumes: ["list", "delete"],
      users: ["impersonate"],
      groups: ["impersonate"],
    },
  },
  {
    group: "apps",
    resources: {
      deployments: [...READ, ...WRITE, "patch"],
      "deployments/scale": ["update"],
      daemonsets: ["list", "update"],
      statefulsets: ["list", "update"],
    },
  },
  { group: "batch", resources: { jobs: [...READ, "create", "delete"], cronjobs: [...READ, "update"] } },
  {
    group: "networking.k8s.io",
    resources: { ingresses: [...READ, "update"], networkpolicies: [...READ, "update", "delete"] },
  },
  {
    group: "rbac.authorization.k8s.io",
    resources: {
      roles: ["list", "create", "escalate", "bind"],
      rolebindings: ["list", "create"],
      clusterroles: ["list", "create", "escalate", "bind"],
      clusterrolebindings: ["list", "create"],
    },
  },
  {
    group: "admissionregistration.k8s.io",
    resources: { validatingwebhookconfigurations: ["list", "update", "delete"] },
  },
  { group: "apiextensions.k8s.io", resources: { customresourcedefinitions: ["list", "update", "delete"] } },
  { group: "certificates.k8s.io", resources: { "certificatesigningrequests/approval": ["update"] } },
  {
    group: "external-secrets.io",
    resources: { externalsecrets: ["list", "update"], secretstores: ["list", "update"] },
  },
  { group: "argoproj.io", resources: { applications: ["list", "update"], workflows: ["list", "create"] } },
  { group: "monitoring.coreos.com", resources: { prometheusrules: ["list", "update"] } },
  { group: "metrics.k8s.io", resources: { pods: ["list"] } },
];

/** Deeds by their names, as `get pods/log` or `list jobs (batch)`. */
export const DEEDS: ReadonlyMap<string, Deed> = new Map(
  AREAS.flatMap(({ group, resources }) =>
    Object.entries(resources).flatMap(([path, verbs]) =>
      verbs.map((verb): [string, Deed] => {
        const [resource = "", subresource] = path.split("/");
        const name = `${verb} ${path}${group === undefined ? "" : ` (${group})`}`;
        return [name, { verb, resource, ...(group && { group }), ...(subresource && { subresource }) }];
      }),
    ),
  ),
);
