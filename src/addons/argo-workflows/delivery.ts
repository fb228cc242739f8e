import type { HelmValue } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import { mirroredImage, type Registries } from "../../constructs/registries";
import { afterDeployment } from "./after-deployment";
import type { DeliveryProps } from "./delivery-props";
import { ADD_TAG_TO_IMAGE, DEPLOY_IMAGE, SMOKE_TEST } from "./scripts";
import { workflowTemplate } from "./template";

/** The Secret with the token that may push to the repositories of tags. */
export const PUSH_TOKEN = "charts-repository-token";

/** It has Git and, of BusyBox, the shell and wget. */
const GIT_IMAGE =
  "docker.io/alpine/git:2.49.1@sha256:c0280cf9572316299b08544065d3bf35db65043d5e3963982ec50647d2746e26";
const AWS_IMAGE = "public.ecr.aws/aws-cli/aws-cli:2.36.44";

/**
 * The WorkflowTemplates of the delivery. Each works by itself too, for people who start one by hand.
 *
 * @see https://argo-workflows.readthedocs.io/en/stable/workflow-templates/
 */
export const deliveryTemplates = (props: DeliveryProps, registries: Registries | undefined): Manifest[] => [
  deployImage(props, registries),
  smokeTest(props, registries),
  addTagToImage(props, registries),
  afterDeployment(props),
];

const deployImage = (props: DeliveryProps, registries: Registries | undefined): Manifest =>
  workflowTemplate("deploy-image", props.namespace, {
    parameters: [
      { name: "application" },
      { name: "tag" },
      { name: "environment", value: props.environment },
      { name: "automatic", value: "false" },
    ],
    // Or a tag could be written after the one that was built after it.
    mutex: "deploy-{{inputs.parameters.application}}-{{inputs.parameters.environment}}",
    container: {
      image: mirroredImage(registries, GIT_IMAGE),
      script: DEPLOY_IMAGE,
      env: deployEnvironment(props),
    },
  });

const smokeTest = (
  { namespace, smokeTestPath, withoutService }: DeliveryProps,
  registries: Registries | undefined,
): Manifest =>
  workflowTemplate("smoke-test", namespace, {
    parameters: [
      { name: "application" },
      { name: "namespace" },
      {
        name: "url",
        value: `http://{{workflow.parameters.application}}.{{workflow.parameters.namespace}}${smokeTestPath}`,
      },
    ],
    container: {
      image: mirroredImage(registries, GIT_IMAGE),
      script: SMOKE_TEST,
      env: [{ name: "WITHOUT_SERVICE", value: withoutService.join(" ") }],
    },
  });

const addTagToImage = ({ namespace, images }: DeliveryProps, registries: Registries | undefined): Manifest =>
  workflowTemplate("add-tag-to-image", namespace, {
    parameters: [{ name: "application" }, { name: "tag" }],
    serviceAccount: images.tagger,
    container: {
      image: mirroredImage(registries, AWS_IMAGE),
      script: ADD_TAG_TO_IMAGE,
      env: [
        { name: "ADDED_TAG", value: images.deployedTag },
        { name: "AWS_REGION", value: images.region },
        { name: "REGISTRY", value: images.account },
        { name: "REPOSITORY_PREFIX", value: images.prefix },
      ],
    },
  });

const deployEnvironment = ({ environment, nextEnvironment, charts }: DeliveryProps): HelmValue[] => [
  { name: "OWN_ENVIRONMENT", value: environment },
  // An engineer who may start workflows here must not thereby deploy to an environment further on.
  { name: "ENVIRONMENTS", value: [environment, nextEnvironment].filter(Boolean).join(" ") },
  { name: "REPOSITORY", value: charts.url },
  { name: "PER_ENVIRONMENT", value: String(charts.perEnvironment) },
  { name: "BRANCH", value: charts.branch },
  { name: "FOLDER", value: charts.tagsFolder },
  { name: "AUTHOR", value: charts.author.name },
  { name: "AUTHOR_EMAIL", value: charts.author.email },
  { name: "GITHUB_TOKEN", valueFrom: { secretKeyRef: { name: PUSH_TOKEN, key: "token" } } },
];
