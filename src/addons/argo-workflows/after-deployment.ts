import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import type { DeliveryProps } from "./delivery-props";

/** The namespace is the application's, which need not be that of its workflows. */
const PARAMETERS: readonly HelmValues[] = ["application", "namespace", "tag"].map((name) => ({ name }));

/**
 * Workflow that follows once an application runs the version in Git: it tries it out, marks its image and
 * promotes it.
 */
export function afterDeployment({ namespace, nextEnvironment, smokeTestPath }: DeliveryProps): Manifest {
  const name = "after-deployment";
  const application = argument("application");
  const tag = argument("tag");
  const url = {
    name: "url",
    value: `http://{{inputs.parameters.application}}.{{inputs.parameters.namespace}}${smokeTestPath}`,
  };
  const promotion = nextEnvironment && [
    application,
    tag,
    { name: "environment", value: nextEnvironment },
    { name: "automatic", value: "true" },
  ];

  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "WorkflowTemplate",
    metadata: { name, namespace },
    spec: {
      entrypoint: name,
      arguments: { parameters: PARAMETERS },
      templates: [
        {
          name,
          inputs: { parameters: PARAMETERS },
          // One at a time for each application, which two deployments in a row would otherwise test together.
          synchronization: { mutexes: [{ name: "{{inputs.parameters.application}}" }] },
          steps: [
            [step("smoke-test", [application, argument("namespace"), url])],
            [step("add-tag-to-image", [application, tag])],
            ...(promotion ? [[step("deploy-image", promotion)]] : []),
          ],
        },
      ],
    },
  };
}

const argument = (name: string): HelmValues => ({ name, value: `{{inputs.parameters.${name}}}` });

const step = (name: string, parameters: readonly HelmValues[]): HelmValues => ({
  name,
  templateRef: { name, template: name },
  arguments: { parameters },
});
