import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";

/** An account that may tell workflows of something. */
export interface EventSender {
  readonly serviceAccount: string;
  readonly namespace: string;
}

/** An event, what it must bring and which template then starts. */
interface Event {
  readonly name: string;
  readonly template: string;
  readonly parameters: readonly string[];

  /**
   * Arguments of the template in addition to the event's.
   *
   * @default - nothing
   */
  readonly constants?: Readonly<Record<string, string>>;
}

/** Event that Argo CD sends. */
export const APPLICATION_DEPLOYED = "application-deployed";

/** Event that builds of images send. */
export const IMAGE_PUSHED = "image-pushed";

const DEPLOYED: Event = {
  name: APPLICATION_DEPLOYED,
  template: "after-deployment",
  parameters: ["application", "namespace", "tag"],
};
const PUSHED: Event = {
  name: IMAGE_PUSHED,
  template: "deploy-image",
  parameters: ["application", "tag"],
  // No engineer asked for it, so Git may say that it is to wait for one.
  constants: { automatic: "true" },
};

export interface DeliveryEventsProps {
  /** Namespace of the workflows. */
  readonly namespace: string;

  /** Deploys images as soon as they are built. */
  readonly takesImages: boolean;

  /** Sender of events about deployed applications; `false` for none. */
  readonly deployments: EventSender | false;
}

/**
 * Events with the workflow that each starts, and its permitted sender: `POST
 * /api/v1/events/<namespace>/<event>` with the token of the sender's service account.
 *
 * @see https://argo-workflows.readthedocs.io/en/stable/events/
 */
export function deliveryEvents({ namespace, takesImages, deployments }: DeliveryEventsProps): Manifest[] {
  const builder = { serviceAccount: IMAGE_PUSHED, namespace };

  return [
    ...(deployments ? [binding(DEPLOYED, namespace), ...permission(DEPLOYED, deployments, namespace)] : []),
    ...(takesImages
      ? [
          binding(PUSHED, namespace),
          ...permission(PUSHED, builder, namespace),
          { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: IMAGE_PUSHED, namespace } },
          {
            apiVersion: "v1",
            kind: "Secret",
            metadata: {
              name: `${IMAGE_PUSHED}.service-account-token`,
              namespace,
              annotations: { "kubernetes.io/service-account.name": IMAGE_PUSHED },
            },
            type: "kubernetes.io/service-account-token",
          },
        ]
      : []),
  ];
}

const binding = ({ name, template, parameters, constants = {} }: Event, namespace: string): Manifest => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind: "WorkflowEventBinding",
  metadata: { name, namespace },
  spec: {
    event: {
      selector: [
        `discriminator == "${name}"`,
        ...parameters.map((parameter) => `payload.${parameter} not in [nil, ""]`),
      ].join(" && "),
    },
    submit: {
      workflowTemplateRef: { name: template },
      arguments: {
        parameters: [
          ...parameters.map((parameter) => argument(parameter, `payload.${parameter}`)),
          ...Object.entries(constants).map(([constant, value]) => argument(constant, JSON.stringify(value))),
        ],
      },
    },
  },
});

/** Argument of a workflow. Argo Workflows takes only expressions from events. */
const argument = (name: string, expression: string): HelmValues => ({
  name,
  valueFrom: { event: expression },
});

const RBAC = "rbac.authorization.k8s.io";

/** Permissions that the server checks of an event's sender: it acts in the sender's name. */
const permission = ({ name, template }: Event, sender: EventSender, namespace: string): Manifest[] => [
  {
    apiVersion: `${RBAC}/v1`,
    kind: "Role",
    metadata: { name: `send-${name}`, namespace },
    rules: [
      { apiGroups: ["argoproj.io"], resources: ["workfloweventbindings"], verbs: ["list"] },
      {
        apiGroups: ["argoproj.io"],
        resources: ["workflowtemplates"],
        resourceNames: [template],
        verbs: ["get"],
      },
      { apiGroups: ["argoproj.io"], resources: ["workflows"], verbs: ["create"] },
    ],
  },
  {
    apiVersion: `${RBAC}/v1`,
    kind: "RoleBinding",
    metadata: { name: `send-${name}`, namespace },
    roleRef: { apiGroup: RBAC, kind: "Role", name: `send-${name}` },
    subjects: [{ kind: "ServiceAccount", name: sender.serviceAccount, namespace: sender.namespace }],
  },
];
