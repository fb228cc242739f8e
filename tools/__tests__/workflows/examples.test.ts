import { readFileSync } from "node:fs";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ACCOUNTS } from "../../../src/platform/accounts";
import { registry as settings, tenants } from "../../../__tests__/support/organisation";
import { mainCluster } from "../../../src/settings/environment/environment";
import { environments, platform } from "../../../__tests__/support/platform";
import { type Block, valuesOf } from "../../../__tests__/support/terraform";

interface EventParameter {
  readonly name: string;
  readonly valueFrom: { readonly event: string };
}

interface Workflow {
  readonly on: { readonly push: { readonly branches: readonly string[] } };
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly env?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const workflow = parse(readFileSync("docs/examples/publish-image.yml", "utf8")) as Workflow;
const { env, jobs } = workflow;
const { host, prefix, environment: home } = settings;
const registry = platform[`ecr-${home}`]!;
const application = tenants.applications.find(({ name }) => name === env.APPLICATION)!;
const steps = Object.values(jobs).flatMap((job) => job.steps);

describe("the workflow that publishes an image", () => {
  test("pushes an image of the application to the registry", () => {
    expect(application.images.map((image) => `${host}/${prefix}/${image}`)).toContain(env.IMAGE);
  });

  test.each(["PUSH_ROLE", "SIGN_ROLE"])(
    "assumes as %s a role of its repository, from the branch it trusts",
    (name) => {
      const role = registry
        .all(IamRole)
        .find((made) => `arn:aws:iam::${ACCOUNTS.production}:role/${made.name as string}` === env[name]);
      const [branch] = workflow.on.push.branches;

      expect(role?.assume_role_policy).toContain(`"repo:${application.repository}:ref:refs/heads/${branch}"`);
    },
  );

  test("signs with the registry's key", () => {
    expect(env.SIGNING_KEY).toBe(`awskms:///${registry.only(KmsAlias).name as string}`);
  });

  test("tells the first environment, where an image begins", () => {
    const first = mainCluster(environments[0]!);
    const zone = `${first.dns.clusterSubdomain}.${first.dns.publicZone}`;

    expect(steps.map((step) => step.env?.EVENTS).filter(Boolean)).toEqual([
      `https://argo-workflows.${zone}/api/v1/events/delivery/image-pushed`,
    ]);
  });

  test("says of the image what that environment asks to know, and nothing else", () => {
    const delivery = valuesOf(
      platform[`cluster-services-${environments[0]!.name}`]!.named(Release)["delivery-workflows_templates"]!,
    ).objects as Block[];
    const { submit } = delivery.find(
      ({ kind, metadata }) => kind === "WorkflowEventBinding" && metadata.name === "image-pushed",
    )!.spec;
    const [, said] = /'\{ (.*) \}'/.exec(steps.find((step) => step.env?.EVENTS)!.run!)!;

    expect(said!.split(", ")).toEqual(
      (submit.arguments.parameters as EventParameter[])
        .filter(({ valueFrom }) => valueFrom.event.startsWith("payload."))
        .map(({ name }) => `$${name}`),
    );
  });

  test("lets only the job that publishes ask for a token", () => {
    const asking = Object.entries(jobs).filter(
      ([, { permissions }]) => permissions?.["id-token"] === "write",
    );

    expect(asking.map(([id]) => id)).toEqual(["publish"]);
  });

  test("pins every action to a commit, and says which version that is", () => {
    const text = readFileSync("docs/examples/publish-image.yml", "utf8");
    const uses = text.split("\n").filter((line) => line.includes("uses:"));

    expect(uses.length).toBeGreaterThan(4);
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });
});
