import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  DeliveryWorkflows,
  type DeliveryWorkflowsProps,
} from "../../../src/addons/delivery-workflows/delivery-workflows";
import { cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const workflows = (props: Partial<DeliveryWorkflowsProps> = {}) =>
  Terraform.of(
    (scope) =>
      new DeliveryWorkflows(scope, "delivery", {
        cluster,
        namespace: "delivery",
        environment: "staging",
        nextEnvironment: "production",
        isFirst: false,
        bucket: { name: "artifacts", region: "eu-west-1" },
        charts: {
          url: "https://github.com/alphagov/charts",
          perEnvironment: false,
          branch: "main",
          tagsFolder: "image-tags",
          tokenPath: "govuk/charts-token",
          author: { name: "workflows", email: "workflows@example.com" },
        },
        images: {
          account: "123456789012",
          region: "eu-west-1",
          prefix: "govuk",
          names: ["frontend", "search-api"],
          deployedTag: "deployed-to-staging",
          tagger: "add-tag-to-image-workflow",
        },
        smokeTestPath: "/healthcheck/ready",
        withoutService: ["email-alert-service", "e2e-tests"],
        deployments: { serviceAccount: "argo-cd-events", namespace: "cluster-services" },
        ...props,
      }),
  );

const objectsWith = (props?: Partial<DeliveryWorkflowsProps>): Block[] =>
  valuesOf(workflows(props).only(Release)).objects;

const objectIn = (objects: readonly Block[], kind: string, name: string): Block => {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  expect(found, `${kind} ${name}`).toBeDefined();
  return found!;
};

const templateOf = (name: string, props?: Partial<DeliveryWorkflowsProps>): Block =>
  objectIn(objectsWith(props), "WorkflowTemplate", name).spec.templates[0];

const namesOf = (objects: readonly Block[], kind: string): string[] =>
  objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);

const STEPS = ["smoke-test", "add-tag-to-image", "deploy-image"];

describe("DeliveryWorkflows", () => {
  it("tries out what was deployed, marks its image and promotes it, in this order", () => {
    const steps = templateOf("after-deployment").steps.flat();

    expect(steps.map(({ templateRef }: Block) => templateRef.template)).toEqual(STEPS);
    expect(steps.at(-1).arguments.parameters).toContainEqual({ name: "environment", value: "production" });
  });

  it("promotes only where automatic deploys are on", () => {
    const promotion = templateOf("after-deployment").steps.flat().at(-1);

    expect(promotion.arguments.parameters).toContainEqual({ name: "automatic", value: "true" });
  });

  it("promotes nothing from the last environment", () => {
    const steps = templateOf("after-deployment", { nextEnvironment: false }).steps.flat();

    expect(steps.map(({ templateRef }: Block) => templateRef.template)).toEqual(STEPS.slice(0, 2));
  });

  it("tries an application out one deployment at a time", () => {
    expect(templateOf("after-deployment").synchronization).toEqual({
      mutexes: [{ name: "{{inputs.parameters.application}}" }],
    });
  });

  it.each([
    ["production", "staging production"],
    [false, "staging"],
  ] as const)("deploys to its own environment and to the next, %s", (nextEnvironment, value) => {
    const { env } = templateOf("deploy-image", { nextEnvironment }).container;

    expect(env).toContainEqual({ name: "OWN_ENVIRONMENT", value: "staging" });
    expect(env).toContainEqual({ name: "ENVIRONMENTS", value });
  });

  it("deploys by itself what was built, where Git says nothing against it", () => {
    const { submit, event } = objectIn(
      objectsWith({ isFirst: true }),
      "WorkflowEventBinding",
      "image-pushed",
    ).spec;

    expect(submit.arguments.parameters).toEqual([
      { name: "application", valueFrom: { event: "payload.application" } },
      { name: "tag", valueFrom: { event: "payload.tag" } },
      { name: "automatic", valueFrom: { event: '"true"' } },
    ]);
    expect(event.selector).not.toContain("automatic");
  });

  it("writes the tags of an application one after the other, and waits for nobody who waits for that", () => {
    const mutexOf = (name: string): string => templateOf(name).synchronization.mutexes[0].name;

    expect(mutexOf("deploy-image")).toBe(
      "deploy-{{inputs.parameters.application}}-{{inputs.parameters.environment}}",
    );
    expect(mutexOf("deploy-image")).not.toBe(mutexOf("after-deployment"));
  });

  it("can be started by hand for this environment", () => {
    const { parameters } = objectIn(objectsWith(), "WorkflowTemplate", "deploy-image").spec.arguments;

    expect(parameters).toEqual([
      { name: "application" },
      { name: "tag" },
      { name: "environment", value: "staging" },
      { name: "automatic", value: "false" },
    ]);
  });

  it("refers to no template and no parameter that is not there", () => {
    const objects = objectsWith();
    const templates = objects.filter(({ kind }) => kind === "WorkflowTemplate");

    for (const { spec } of templates) {
      for (const { templateRef, arguments: given } of (spec.templates[0].steps ?? []).flat()) {
        const { inputs } = objectIn(objects, "WorkflowTemplate", templateRef.name).spec.templates[0];
        const known = inputs.parameters.map(({ name }: Block) => name);
        expect(known).toEqual(expect.arrayContaining(given.parameters.map(({ name }: Block) => name)));
      }
    }
    for (const { spec } of objects.filter(({ kind }) => kind === "WorkflowEventBinding")) {
      expect(namesOf(objects, "WorkflowTemplate")).toContain(spec.submit.workflowTemplateRef.name);
    }
  });

  it.each(STEPS)("hands %s its parameters as variables, never as part of its script", (name) => {
    const { container } = templateOf(name);

    expect(container.args.join()).not.toContain("{{");
    expect(container.env).toContainEqual({ name: "APPLICATION", value: "{{inputs.parameters.application}}" });
  });

  it.each(STEPS)(
    "runs %s as the restricted Pod Security Standard asks for, writing nowhere but to /tmp",
    (name) => {
      const { container, volumes } = templateOf(name);

      expect(container.securityContext).toMatchObject({
        runAsNonRoot: true,
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      expect(container.volumeMounts).toEqual([{ name: "tmp", mountPath: "/tmp" }]);
      expect(volumes).toEqual([{ name: "tmp", emptyDir: {} }]);
    },
  );

  it("knows who has no Service that could be asked", () => {
    expect(templateOf("smoke-test").container.env).toContainEqual({
      name: "WITHOUT_SERVICE",
      value: "email-alert-service e2e-tests",
    });
  });

  it("asks an application whether it is well where its Service is", () => {
    const { parameters } = objectIn(objectsWith(), "WorkflowTemplate", "smoke-test").spec.arguments;

    expect(parameters.slice(1)).toEqual([
      { name: "namespace" },
      {
        name: "url",
        value:
          "http://{{workflow.parameters.application}}.{{workflow.parameters.namespace}}/healthcheck/ready",
      },
    ]);
  });

  it("tries out what was deployed in the namespace that it was deployed to", () => {
    const [smokeTest] = templateOf("after-deployment").steps.flat();

    expect(smokeTest.arguments.parameters).toContainEqual({
      name: "url",
      value: "http://{{inputs.parameters.application}}.{{inputs.parameters.namespace}}/healthcheck/ready",
    });
  });

  it.each(STEPS)("ends %s where one of its commands fails or a variable is missing", (name) => {
    expect(templateOf(name).container.command).toEqual(["sh", "-euc"]);
  });

  it("pushes with a token from Secrets Manager", () => {
    expect(objectIn(objectsWith(), "ExternalSecret", "charts-repository-token").spec.data).toEqual([
      { secretKey: "token", remoteRef: { key: "govuk/charts-token", property: "token" } },
    ]);
    expect(templateOf("deploy-image").container.env).toContainEqual({
      name: "GITHUB_TOKEN",
      valueFrom: { secretKeyRef: { name: "charts-repository-token", key: "token" } },
    });
  });

  it("may tag images of applications and change nothing else of them", () => {
    const repositories = "arn:aws:ecr:eu-west-1:123456789012:repository/govuk";

    expect(JSON.parse(workflows().only(IamRolePolicy).policy).Statement.slice(1)).toEqual([
      {
        Effect: "Allow",
        Action: ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:PutImage"],
        Resource: [`${repositories}/frontend`, `${repositories}/search-api`],
      },
    ]);
    expect(templateOf("add-tag-to-image").serviceAccountName).toBe("add-tag-to-image-workflow");
    expect(namesOf(objectsWith(), "ServiceAccount")).toContain("add-tag-to-image-workflow");
  });

  it("takes its images from mirrors where there are any", () => {
    const registries = { "docker.io": "mirror.example/hub", "public.ecr.aws": "mirror.example/ecr" };

    expect(templateOf("deploy-image", { registries }).container.image).toMatch(
      /^mirror\.example\/hub\/alpine\/git:/,
    );
    expect(templateOf("add-tag-to-image", { registries }).container.image).toMatch(
      /^mirror\.example\/ecr\/aws-cli\//,
    );
  });
});

describe("DeliveryWorkflows' events", () => {
  it("start nothing without an application and a tag", () => {
    expect(objectIn(objectsWith(), "WorkflowEventBinding", "application-deployed").spec).toEqual({
      event: {
        selector:
          'discriminator == "application-deployed" && payload.application not in [nil, ""] && payload.namespace not in [nil, ""] && payload.tag not in [nil, ""]',
      },
      submit: {
        workflowTemplateRef: { name: "after-deployment" },
        arguments: {
          parameters: [
            { name: "application", valueFrom: { event: "payload.application" } },
            { name: "namespace", valueFrom: { event: "payload.namespace" } },
            { name: "tag", valueFrom: { event: "payload.tag" } },
          ],
        },
      },
    });
  });

  it("may be sent by Argo CD's account, which may start that workflow and read no other", () => {
    const objects = objectsWith();

    expect(objectIn(objects, "RoleBinding", "send-application-deployed").subjects).toEqual([
      { kind: "ServiceAccount", name: "argo-cd-events", namespace: "cluster-services" },
    ]);
    expect(objectIn(objects, "Role", "send-application-deployed").rules).toContainEqual({
      apiGroups: ["argoproj.io"],
      resources: ["workflowtemplates"],
      resourceNames: ["after-deployment"],
      verbs: ["get"],
    });
  });

  it("bring images as they are built to the first environment and to no other", () => {
    expect(namesOf(objectsWith({ isFirst: true }), "WorkflowEventBinding")).toEqual([
      "application-deployed",
      "image-pushed",
    ]);
    expect(namesOf(objectsWith({ isFirst: false }), "WorkflowEventBinding")).toEqual([
      "application-deployed",
    ]);
  });

  it("of built images come with a token of their own", () => {
    expect(
      objectIn(objectsWith({ isFirst: true }), "Secret", "image-pushed.service-account-token"),
    ).toMatchObject({
      type: "kubernetes.io/service-account-token",
      metadata: { annotations: { "kubernetes.io/service-account.name": "image-pushed" } },
    });
  });
});
