import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import type { HelmValue, HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";

/** An input, with what it is unless given. */
interface Parameter {
  readonly name: string;

  /** @default - it must be given */
  readonly value?: string;
}

/** Arguments of a template, and the command of its container. */
export interface TemplateProps {
  readonly parameters: readonly Parameter[];

  /** @default - that of every workflow */
  readonly serviceAccount?: string;

  /**
   * Name of a lock: workflows that share it run one at a time, in the order in which they were started.
   *
   * @default - as many as there are
   */
  readonly mutex?: string;
  readonly container: { readonly image: string; readonly script: string; readonly env: readonly HelmValue[] };
}

/** A template with one container, whose parameters are the variables of its script. */
export function workflowTemplate(
  name: string,
  namespace: string,
  { parameters, serviceAccount, mutex, container }: TemplateProps,
): Manifest {
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "WorkflowTemplate",
    metadata: { name, namespace },
    spec: {
      entrypoint: name,
      arguments: { parameters: parameters.map(asValue) },
      templates: [
        {
          name,
          inputs: { parameters: parameters.map(asValue) },
          ...(serviceAccount && { serviceAccountName: serviceAccount }),
          ...(mutex && { synchronization: { mutexes: [{ name: mutex }] } }),
          volumes: [{ name: "tmp", emptyDir: {} }],
          container: {
            image: container.image,
            command: ["sh", "-euc"],
            args: [container.script],
            workingDir: "/tmp",
            env: [
              { name: "HOME", value: "/tmp" },
              ...parameters.map((parameter) => ({
                name: parameter.name.toUpperCase(),
                value: `{{inputs.parameters.${parameter.name}}}`,
              })),
              ...container.env,
            ],
            securityContext: READ_ONLY_CONTAINER,
            volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
          },
        },
      ],
    },
  };
}

const asValue = ({ name, value }: Parameter): HelmValues => ({ name, value });
