import type { HelmValue, HelmValues } from "../constructs/helm-values";
import type { Manifest } from "../constructs/manifests";
import { mirroredImage, type Registries } from "../constructs/registries";
import { ADD_TAG_TO_IMAGE, DEPLOY_IMAGE, SMOKE_TEST } from "./argo-workflows-scripts";
import { RESTRICTED_CONTAINER } from "./argo-workflows-values";

/** How an image gets into an environment, is tried out there and goes on to the next one. */
export interface DeliveryProps {
  /** Where the workflows run: beside the applications. */
  readonly namespace: string;

  /** The environment of this cluster. */
  readonly environment: string;

  /** The environment that images are promoted to; `false` for the last one. */
  readonly nextEnvironment: string | false;

  /** Whether this is the first environment, which images come to as soon as they are built. */
  readonly isFirst: boolean;

  /** Where Git says which image each environment runs. */
  readonly charts: ChartsRepository;

  /** Where images are kept. */
  readonly images: ImageRegistry;

  /** Path at which an application answers 200 while it is well. */
  readonly smokeTestPath: string;
}

export interface ChartsRepository {
  /** Address of the Git repository. */
  readonly url: string;
  readonly branch: string;

  /** The folder with a folder for each environment, and in it a file for each application. */
  readonly tagsFolder: string;

  /** Path in Secrets Manager of the `token` that may push to it. */
  readonly tokenPath: string;

  /** Who commits. */
  readonly author: { readonly name: string; readonly email: string };
}

export interface ImageRegistry {
  /** Id of the AWS account that has it. */
  readonly account: string;
  readonly region: string;

  /** What repositories' names begin with, without a slash at the end. */
  readonly prefix: string;

  /** The tag that says which image this environment runs. */
  readonly deployedTag: string;

  /** The service account whose role may move that tag. */
  readonly tagger: string;
}

/** The Secret with the token that may push to the charts' repository. */
export const PUSH_TOKEN = "charts-repository-token";

/** It has Git and, of BusyBox, the shell and wget. */
const GIT_IMAGE = "docker.io/alpine/git:2.49.1";
const AWS_IMAGE = "public.ecr.aws/aws-cli/aws-cli:2.36.44";

/**
 * The WorkflowTemplates of the delivery. Each works by itself too, for people who start one by hand.
 *
 * @see https://argo-workflows.readthedocs.io/en/stable/workflow-templates/
 */
export const deliveryTemplates = (props: DeliveryProps, registries: Registries | undefined): Manifest[] => {
  const { namespace } = props;

  return [
    workflowTemplate("deploy-image", namespace, {
      parameters: [
        { name: "application" },
        { name: "tag" },
        { name: "environment", value: props.environment },
        { name: "automatic", value: "false" },
      ],
      container: {
        image: mirroredImage(registries, GIT_IMAGE),
        script: DEPLOY_IMAGE,
        env: deployEnvironment(props.charts),
      },
    }),
    workflowTemplate("smoke-test", namespace, {
      parameters: [
        { name: "application" },
        {
          name: "url",
          value: `http://{{workflow.parameters.application}}.${namespace}${props.smokeTestPath}`,
        },
      ],
      container: { image: mirroredImage(registries, GIT_IMAGE), script: SMOKE_TEST, env: [] },
    }),
    workflowTemplate("add-tag-to-image", namespace, {
      parameters: [{ name: "application" }, { name: "tag" }],
      serviceAccount: props.images.tagger,
      container: {
        image: mirroredImage(registries, AWS_IMAGE),
        script: ADD_TAG_TO_IMAGE,
        env: [
          { name: "ADDED_TAG", value: props.images.deployedTag },
          { name: "AWS_REGION", value: props.images.region },
          { name: "REGISTRY", value: props.images.account },
          { name: "REPOSITORY_PREFIX", value: props.images.prefix },
        ],
      },
    }),
    afterDeployment(props),
  ];
};

const deployEnvironment = ({ url, branch, tagsFolder, author }: ChartsRepository): HelmValue[] => [
  { name: "REPOSITORY", value: url },
  { name: "BRANCH", value: branch },
  { name: "FOLDER", value: tagsFolder },
  { name: "AUTHOR", value: author.name },
  { name: "AUTHOR_EMAIL", value: author.email },
  { name: "GITHUB_TOKEN", valueFrom: { secretKeyRef: { name: PUSH_TOKEN, key: "token" } } },
];

interface Parameter {
  readonly name: string;
  readonly value?: string;
}

interface TemplateProps {
  readonly parameters: readonly Parameter[];

  /** @default - that of every workflow */
  readonly serviceAccount?: string;
  readonly container: { readonly image: string; readonly script: string; readonly env: readonly HelmValue[] };
}

/** A template with one container, whose parameters are the variables of its script. */
function workflowTemplate(
  name: string,
  namespace: string,
  { parameters, serviceAccount, container }: TemplateProps,
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
            securityContext: { ...RESTRICTED_CONTAINER, readOnlyRootFilesystem: true },
            volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
          },
        },
      ],
    },
  };
}

const asValue = ({ name, value }: Parameter): HelmValues => ({ name, value });

/** What follows once an application runs what Git says: it is tried out, its image marked and promoted. */
function afterDeployment({ namespace, nextEnvironment, smokeTestPath }: DeliveryProps): Manifest {
  const name = "after-deployment";
  const application = argument("application");
  const tag = argument("tag");
  const url = { name: "url", value: `http://{{inputs.parameters.application}}.${namespace}${smokeTestPath}` };
  const promotion = [
    application,
    tag,
    { name: "environment", value: nextEnvironment || null },
    { name: "automatic", value: "true" },
  ];

  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "WorkflowTemplate",
    metadata: { name, namespace },
    spec: {
      entrypoint: name,
      arguments: { parameters: [{ name: "application" }, { name: "tag" }] },
      templates: [
        {
          name,
          inputs: { parameters: [{ name: "application" }, { name: "tag" }] },
          // One at a time for each application, which two deployments in a row would otherwise test together.
          synchronization: { mutexes: [{ name: "{{inputs.parameters.application}}" }] },
          steps: [
            [step("smoke-test", [application, url])],
            [step("add-tag-to-image", [application, tag])],
            ...(nextEnvironment ? [[step("deploy-image", promotion)]] : []),
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
