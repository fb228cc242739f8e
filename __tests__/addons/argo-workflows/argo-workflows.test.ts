import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { ArgoWorkflows, type ArgoWorkflowsProps } from "../../../src/addons/argo-workflows/argo-workflows";
import { addonDatabase, cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const workflows = (props: Partial<ArgoWorkflowsProps> = {}) =>
  Terraform.of(
    (scope) =>
      new ArgoWorkflows(scope, "argo-workflows", {
        cluster,
        namespace: "cluster-services",
        replicas: 2,
        loadBalancerName: "argo-workflows",
        workflowNamespaces: ["cluster-services", "delivery"],
        users: { administrators: "alphagov:deployers", readers: ["alphagov:readers"] },
        bucketName: "govuk-test-workflow-artifacts",
        keepArtifactsDays: 30,
        forceDestroy: false,
        archive: false,
        accounts: [],
        ...props,
      }),
  );

const releases = (props?: Partial<ArgoWorkflowsProps>) => workflows(props).named(Release);
const valuesWith = (props?: Partial<ArgoWorkflowsProps>) =>
  valuesOf(releases(props)["argo-workflows_release"]!);
const accountsWith = (props?: Partial<ArgoWorkflowsProps>): Block[] =>
  valuesOf(releases(props)["argo-workflows_accounts"]!).objects;

const named = (objects: readonly Block[], kind: string, name: string, namespace?: string): Block => {
  const found = objects.filter(
    ({ kind: ofKind, metadata }) =>
      ofKind === kind && metadata.name === name && (namespace ?? metadata.namespace) === metadata.namespace,
  );
  expect(found, `${kind} ${name}`).toHaveLength(1);
  return found[0]!;
};

const policies = () =>
  Object.fromEntries(
    Object.entries(workflows().named(IamRolePolicy)).map(([id, { policy }]) => [
      id,
      JSON.parse(policy).Statement,
    ]),
  );

describe("ArgoWorkflows", () => {
  it("ends a workflow after two hours and forgets it after three days", () => {
    const { spec } = valuesWith().controller.workflowDefaults;

    expect(spec.activeDeadlineSeconds).toBe(7200);
    expect(spec.ttlStrategy).toEqual({ secondsAfterCompletion: 259200 });
  });

  it("looks after workflows of its own namespace and of applications', 128 at once", () => {
    expect(valuesWith().controller).toMatchObject({
      workflowNamespaces: ["cluster-services", "delivery"],
      workflowWorkers: 128,
    });
  });

  it("runs what a template says and nothing that somebody brings along", () => {
    expect(valuesWith().controller.workflowRestrictions).toEqual({ templateReferencing: "Strict" });
  });

  it("lets every account that workflows run as say what came of them", () => {
    const accounts = [{ name: "tagger", namespace: "delivery" }];

    expect(valuesWith({ accounts }).workflow).toEqual({
      serviceAccount: { create: false, name: "argo-workflow" },
      rbac: { create: true, serviceAccounts: accounts },
    });
  });

  it("runs workflows as the restricted Pod Security Standard asks for, and with limits", () => {
    const { controller, mainContainer, executor } = valuesWith();

    expect(controller.workflowDefaults.spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    });
    for (const container of [mainContainer, executor]) {
      expect(container.securityContext).toMatchObject({
        runAsNonRoot: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        seccompProfile: { type: "RuntimeDefault" },
      });
      expect(container.resources.limits.memory).toMatch(/Mi$/);
    }
  });

  it("brings its kinds itself, without a Job that fetches them from GitHub", () => {
    expect(valuesWith().crds).toEqual({ install: true, keep: true, full: false });
  });

  it("signs people in through Dex with the credentials that Dex has for it, and lets programs bring a token", () => {
    const { authModes, sso } = valuesWith().server;

    expect(authModes).toEqual(["sso", "client"]);
    expect(sso).toMatchObject({
      issuer: "https://dex.eks.test.govuk.digital",
      clientId: { name: "dex-client-argo-workflows", key: "clientID" },
      clientSecret: { name: "dex-client-argo-workflows", key: "clientSecret" },
      redirectUrl: "https://argo-workflows.eks.test.govuk.digital/oauth2/callback",
      rbac: { enabled: true },
    });
  });

  it("reads no Secret but its client's and the tokens of those who sign in", () => {
    expect(valuesWith().server.sso.rbac.secretWhitelist).toEqual([
      "dex-client-argo-workflows",
      "argo-workflows-alphagov-deployers.service-account-token",
      "argo-workflows-alphagov-readers.service-account-token",
    ]);
  });

  it("answers over HTTPS behind a load balancer of its own name", () => {
    const { ingress } = valuesWith({ loadBalancerName: "argo-workflows-eph-1" }).server;

    expect(ingress.hosts).toEqual(["argo-workflows.eks.test.govuk.digital"]);
    expect(ingress.annotations["alb.ingress.kubernetes.io/load-balancer-name"]).toBe("argo-workflows-eph-1");
  });

  it("runs in copies that drains leave one less of", () => {
    const { controller, server } = valuesWith({ replicas: 3 });

    for (const part of [controller, server]) {
      expect(part).toMatchObject({ replicas: 3, pdb: { enabled: false } });
    }
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith().controller).toMatchObject({
      metricsConfig: { enabled: true },
      serviceMonitor: { enabled: true },
    });
  });

  it("comes from mirrors where there are any", () => {
    const { controller, server, executor } = valuesWith({ registries: { "quay.io": "mirror.example/quay" } });

    for (const { image } of [controller, server, executor]) {
      expect(image.registry).toBe("mirror.example");
      expect(image.repository).toMatch(/^quay\/argoproj\//);
    }
  });

  it("lets the environment have the last word on values", () => {
    expect(valuesWith({ values: { controller: { parallelism: 9 } } }).controller.parallelism).toBe(9);
  });
});

describe("ArgoWorkflows' people", () => {
  it("are told apart by their team, administrators first", () => {
    const annotationsOf = (name: string) =>
      named(accountsWith(), "ServiceAccount", name).metadata.annotations;

    expect(annotationsOf("argo-workflows-alphagov-deployers")).toEqual({
      "workflows.argoproj.io/rbac-rule": "'alphagov:deployers' in groups",
      "workflows.argoproj.io/rbac-rule-precedence": "2",
    });
    expect(annotationsOf("argo-workflows-alphagov-readers")).toEqual({
      "workflows.argoproj.io/rbac-rule": "'alphagov:readers' in groups",
      "workflows.argoproj.io/rbac-rule-precedence": "1",
    });
  });

  it("each have a token where the server looks for one", () => {
    expect(
      named(accountsWith(), "Secret", "argo-workflows-alphagov-readers.service-account-token"),
    ).toMatchObject({
      type: "kubernetes.io/service-account-token",
      metadata: { annotations: { "kubernetes.io/service-account.name": "argo-workflows-alphagov-readers" } },
    });
  });

  const subjects = (role: string, namespace: string) =>
    named(accountsWith(), "RoleBinding", role, namespace).subjects.map(({ name }: Block) => name);

  it("change workflows of applications only as administrators", () => {
    const { rules } = named(accountsWith(), "Role", "workflow-reader", "delivery");

    expect(subjects("workflow-administrator", "delivery")).toEqual(["argo-workflows-alphagov-deployers"]);
    expect(subjects("workflow-reader", "delivery")).toEqual(["argo-workflows-alphagov-readers"]);
    expect([...new Set(rules.flatMap(({ verbs }: Block) => verbs))]).toEqual(["get", "list", "watch"]);
  });

  it("only look at workflows of the platform, whose accounts may do more than they", () => {
    const roles = accountsWith().filter(
      ({ kind, metadata }: Block) => kind === "Role" && metadata.namespace === "cluster-services",
    );

    expect(roles.map(({ metadata }: Block) => metadata.name)).toEqual(["workflow-reader"]);
    expect(subjects("workflow-reader", "cluster-services")).toEqual([
      "argo-workflows-alphagov-deployers",
      "argo-workflows-alphagov-readers",
    ]);
  });

  it("change no templates, which come from Git", () => {
    const { rules } = named(accountsWith(), "Role", "workflow-administrator", "delivery");
    const changed = rules
      .filter(({ verbs }: Block) => verbs.includes("create"))
      .flatMap(({ resources }: Block) => resources);

    expect(changed).toEqual(["workflows"]);
  });

  it("are all administrators where there are no teams", () => {
    const objects = accountsWith({ users: "all-administrators" });

    expect(
      named(objects, "ServiceAccount", "argo-workflows-everybody").metadata.annotations[
        "workflows.argoproj.io/rbac-rule"
      ],
    ).toBe("true");
  });
});

describe("ArgoWorkflows' artifacts", () => {
  it("go to a bucket with every protection, and logs with them, until they expire", () => {
    const module = Object.values<Block>(workflows().json.module)[0];

    expect(module).toMatchObject({ name: "govuk-test-workflow-artifacts", expire_after_days: 30 });
    expect(valuesWith()).toMatchObject({
      useStaticCredentials: false,
      artifactRepository: {
        archiveLogs: true,
        s3: { bucket: "govuk-test-workflow-artifacts", region: "eu-west-1", useSDKCreds: true },
      },
    });
  });

  it("are kept apart by namespace, as the folder says and the role enforces", () => {
    expect(valuesWith().artifactRepository.s3.keyFormat).toMatch(/^\{\{workflow\.namespace\}\}\//);
    expect(policies()["argo-workflows_account-delivery_service-account_permissions"]).toEqual([
      {
        Effect: "Allow",
        Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
        Resource: ["arn:aws:s3:::govuk-test-workflow-artifacts/delivery/*"],
      },
    ]);
  });

  it("are shown by a server that may only read them", () => {
    expect(policies()["argo-workflows_server_permissions"].flatMap(({ Action }: Block) => Action)).toEqual([
      "s3:GetObject",
      "s3:ListBucket",
    ]);
  });

  it("are written by an account of one name with a role of its own in each namespace", () => {
    const objects = accountsWith();

    expect(
      workflows()
        .all(IamRole)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["argo-workflow-delivery-govuk", "argo-workflow-govuk", "argo-workflows-server-govuk"]);
    for (const namespace of ["cluster-services", "delivery"]) {
      expect(
        named(objects, "ServiceAccount", "argo-workflow", namespace).metadata.annotations,
      ).toHaveProperty(["eks.amazonaws.com/role-arn"]);
    }
    expect(valuesWith().controller.workflowDefaults.spec.serviceAccountName).toBe("argo-workflow");
  });
});

describe("ArgoWorkflows' archive", () => {
  const archive = { ...addonDatabase, keepDays: 180 };

  it("is none unless there is a database for it", () => {
    expect(valuesWith().controller).not.toHaveProperty("persistence");
  });

  it.each(["controller", "server"] as const)("is known to the %s by the region's authorities", (part) => {
    const { extraObjects, [part]: values } = valuesWith({ archive });
    const [{ metadata, data }] = extraObjects;

    expect(values).toMatchObject({
      extraEnv: [{ name: "PGSSLROOTCERT", value: `/etc/database-authorities/${Object.keys(data)[0]!}` }],
      volumes: [{ configMap: { name: metadata.name } }],
      volumeMounts: [{ mountPath: "/etc/database-authorities", readOnly: true }],
    });
    expect(values.volumeMounts[0].name).toBe(values.volumes[0].name);
    expect(valuesWith()[part]).not.toHaveProperty("extraEnv");
  });

  it("reaches its database over TLS, as a user that is there before it starts", () => {
    expect(valuesWith({ archive }).controller.persistence).toMatchObject({
      archive: true,
      archiveTTL: "180d",
      postgresql: {
        host: "db.example",
        port: 5433,
        userNameSecret: { name: "argo-workflows-database-user-1", key: "username" },
        passwordSecret: { name: "argo-workflows-database-user-1", key: "password" },
        sslMode: "verify-full",
      },
    });
    expect(releases({ archive })["argo-workflows_release"]!.depends_on).toContain(
      "helm_release.argo-workflows_database-user_release",
    );
  });
});
