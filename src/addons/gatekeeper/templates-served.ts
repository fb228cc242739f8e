import { afterTheRest } from "../../constructs/helm-hooks";
import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";

export interface TemplatesServedProps {
  readonly namespace: string;

  /** Names of the templates. */
  readonly templates: readonly string[];

  /** An image with kubectl. */
  readonly image: string;
}

/** Name of the Job, its pods and its account. */
export const TEMPLATES_SERVED = "gatekeeper-templates-served";

/** Seconds in which Gatekeeper makes the kinds. */
export const SERVED_WITHIN_SECONDS = 60;

/** A Job that is over once Gatekeeper has made a kind of every template, which constraints need: Helm does not wait for them. */
export function templatesAreServed({ namespace, templates, image }: TemplatesServedProps): Manifest[] {
  const metadata = (weight: number) => ({ name: TEMPLATES_SERVED, annotations: afterTheRest(weight) });
  const role = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: TEMPLATES_SERVED };

  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { ...metadata(1), namespace } },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: metadata(1),
      rules: [
        {
          apiGroups: ["templates.gatekeeper.sh"],
          resources: ["constrainttemplates"],
          verbs: ["get", "list", "watch"],
        },
      ],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: metadata(2),
      roleRef: role,
      subjects: [{ kind: "ServiceAccount", name: TEMPLATES_SERVED, namespace }],
    },
    {
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { ...metadata(3), namespace },
      spec: {
        backoffLimit: 3,
        template: {
          metadata: { labels: { "app.kubernetes.io/name": TEMPLATES_SERVED } },
          spec: podSpec(templates, image),
        },
      },
    },
  ];
}

const podSpec = (templates: readonly string[], image: string): HelmValues => ({
  serviceAccountName: TEMPLATES_SERVED,
  restartPolicy: "Never",
  securityContext: { runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: "RuntimeDefault" } },
  containers: [
    {
      name: "kubectl",
      image,
      args: [
        "wait",
        "--for=jsonpath={.status.created}=true",
        `--timeout=${SERVED_WITHIN_SECONDS}s`,
        ...templates.map((name) => `constrainttemplate/${name}`),
      ],
      resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      },
    },
  ],
});
