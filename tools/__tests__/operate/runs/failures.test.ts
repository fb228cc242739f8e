import { describe, expect, test } from "vitest";
import { type FakePlan, OURS } from "./fake-hcp";
import { setUp } from "./set-up";

type World = ReturnType<typeof setUp>;

/** Way in which a deploy goes wrong: what a person reads of it, and what is left. */
interface Case {
  readonly plans?: Readonly<Record<string, FakePlan>>;
  readonly before?: Parameters<typeof setUp>[1];

  /** Happens before the command. */
  readonly given?: (world: World) => void;

  /** @default "plan" */
  readonly command?: "plan" | "apply" | "deploy";

  /** @default 1, of which `npm run runs` makes a failed job */
  readonly code?: 0 | 1;

  /** Words in the summary, or in the error. */
  readonly says: readonly string[];

  /** Runs and what became of them. */
  readonly left: Readonly<Record<string, string>>;
}

const STACKS = ["vpc-staging", "root-dns-staging"];
const SAVED = { "run-vpc-staging": "planned_and_saved", "run-root-dns-staging": "planned_and_saved" };
const LOCKED_BY_JANE = {
  "vpc-staging": { type: "users", id: "user-1", attributes: { username: "jane.doe" } },
};
const RUN = "https://tf.example/app/govuk/workspaces/vpc-staging/runs";

const interruptAt = (question: RegExp) => (world: World) => {
  const { request } = world.hcp;
  world.hcp.request = (input, init) => {
    const answer = request(input, init);
    if (question.test(String(input))) {
      world.interruption.abort();
    }
    return answer;
  };
};

const CASES: Readonly<Record<string, Case>> = {
  "a person cancels the job while a plan is made": {
    plans: { "vpc-staging": { status: "planning" } },
    given: interruptAt(/runs\/run-vpc-staging$/),
    says: ["The operation was aborted"],
    // The token may not end it; its plan will be saved, which locks nothing, and the next deploy waits for that.
    left: { "run-vpc-staging": "planned_and_saved" },
  },
  "the job runs out of time while an apply goes on": {
    command: "apply",
    plans: { "vpc-staging": { applies: "applying" } },
    given: (world) => {
      world.hcp.stays = ["applying"];
      interruptAt(/runs\/run-vpc-staging$/)(world);
    },
    says: [`- vpc-staging: [still being applied: the next deploy waits for it](${RUN}/run-vpc-staging)`],
    left: { "run-vpc-staging": "applying", "run-root-dns-staging": "discarded" },
  },
  "a person has locked the workspace": {
    given: ({ hcp }) => (hcp.locked = LOCKED_BY_JANE),
    says: ["vpc-staging: expected a workspace that nothing locks, got one locked by jane.doe; finish what"],
    left: {},
  },
  "a person locks it between the review and the apply": {
    command: "apply",
    given: ({ hcp }) => (hcp.locked = LOCKED_BY_JANE),
    says: ["got one locked by jane.doe; finish what", "- vpc-staging: [not applied]"],
    left: { "run-vpc-staging": "discarded", "run-root-dns-staging": "discarded" },
  },
  "the plan itself holds the lock, since the server saves no plans": {
    command: "apply",
    given: ({ hcp }) => (hcp.locked = { "vpc-staging": { type: "runs", id: "run-vpc-staging" } }),
    code: 0,
    says: ["- vpc-staging: [applied]", "- root-dns-staging: [applied]"],
    left: { "run-vpc-staging": "applied", "run-root-dns-staging": "applied" },
  },
  "a person discards a plan that was reviewed": {
    command: "apply",
    given: ({ hcp }) => (hcp.runs[1]!.status = "discarded"),
    says: [
      "- vpc-staging: [applied]",
      "root-dns-staging: expected the plan that was reviewed, got one that is discarded; start the workflow again",
    ],
    left: { "run-vpc-staging": "applied", "run-root-dns-staging": "discarded" },
  },
  "a stack that others read fails": {
    plans: {
      "vpc-staging": { status: "errored", log: "Error: no such zone" },
      "root-dns-staging": { status: "errored", log: "Error: Unsupported attribute" },
    },
    says: [
      `| vpc-staging | :x: failed: see the run, which is errored | [run](${RUN}/run-vpc-staging) |`,
      "| root-dns-staging | :x: failed: ",
    ],
    left: { "run-vpc-staging": "errored", "run-root-dns-staging": "errored" },
  },
  "there is nothing to do": {
    plans: { "vpc-staging": { status: "planned_and_finished", hasChanges: false, counts: {} } },
    code: 0,
    says: ["| vpc-staging | no changes |"],
    left: { "run-vpc-staging": "planned_and_finished", "run-root-dns-staging": "planned_and_saved" },
  },
  "the job is run a second time": {
    command: "apply",
    given: ({ hcp }) => hcp.runs.forEach((run) => (run.status = "applied")),
    code: 0,
    says: ["- vpc-staging: [applied]", "- root-dns-staging: [applied]"],
    left: { "run-vpc-staging": "applied", "run-root-dns-staging": "applied" },
  },
  "HCP Terraform has trouble for a while": {
    given: ({ hcp }) => {
      hcp.fail(/runs$/, 429, { times: 3 });
      hcp.fail(/workspaces\/vpc-staging$/, 502, { times: 10 });
      hcp.fail(/plans\/vpc-staging/, 0, { times: 10 });
    },
    code: 0,
    says: ["| vpc-staging | 1 to add |"],
    left: SAVED,
  },
  "HCP Terraform is away": {
    given: ({ hcp }) => hcp.fail(/./, 503, { times: 1_000 }),
    says: ["expected the workspace vpc-staging, got 503; look at https://status.hashicorp.com"],
    left: {},
  },
  "HCP Terraform starts an apply and does not say so": {
    command: "apply",
    given: ({ hcp }) => hcp.fail(/run-vpc-staging\/actions\/apply/, 500, { heard: true }),
    code: 0,
    says: ["- vpc-staging: [applied]"],
    left: { "run-vpc-staging": "applied", "run-root-dns-staging": "applied" },
  },
  "a plan fails": {
    plans: { "vpc-staging": { status: "errored", log: "Error: Invalid index" } },
    says: ["| vpc-staging | :x: failed: see the run, which is errored |"],
    left: { "run-vpc-staging": "errored", "run-root-dns-staging": "planned_and_saved" },
  },
  "a policy refuses a plan": {
    plans: { "vpc-staging": { status: "policy_override" } },
    says: [
      "held up by a policy: correct the cause, or have a person who may overrule it do so there | [run](",
    ],
    left: { "run-vpc-staging": "policy_override", "run-root-dns-staging": "planned_and_saved" },
  },
  "a person's run is before it": {
    before: [{ workspace: "vpc-staging", status: "planning", message: "by hand" }],
    says: [`got ${RUN}/run-before1 (planning); apply, discard or cancel it there`],
    left: { "run-before1": "planning" },
  },
  "its turn does not come": {
    plans: { "vpc-staging": { status: "pending" } },
    says: ["which is still waiting for its turn after a quarter of an hour: end what is before it"],
    left: { "run-vpc-staging": "pending", "run-root-dns-staging": "planned_and_saved" },
  },
  "a workspace is not there": {
    plans: { "vpc-staging": { absent: true } },
    says: [
      "expected the workspace vpc-staging, got 404; it is not there, or the token's team has no access to it: apply tfc-configuration",
    ],
    left: {},
  },
  "the token may plan and not apply": {
    command: "apply",
    given: ({ env }) => (env.TFE_TOKEN = "token-plan"),
    says: [
      "expected to apply vpc-staging, got 404; it is not there, or the token's team has no access",
      "- vpc-staging: [not applied]",
    ],
    left: SAVED,
  },
  "the token is out of date": {
    given: ({ env }) => (env.TFE_TOKEN = "token-of-last-year"),
    says: ["expected the workspace vpc-staging, got 401; make the team's token anew and store it"],
    left: {},
  },
  "HCP Terraform cannot read the configuration": {
    given: ({ hcp }) => (hcp.uploads = ["pending", "errored"]),
    says: ["vpc-staging: expected an uploaded configuration, got errored; try again"],
    left: {},
  },
  "an apply ends half-way": {
    command: "apply",
    plans: {
      "vpc-staging": { applies: "errored", applyLog: "Error: creating EKS Node Group: ThrottlingException" },
    },
    says: [
      `vpc-staging: expected to be applied, got errored; read ${RUN}/run-vpc-staging, correct the cause in a new commit`,
      "- vpc-staging: [not applied]",
    ],
    left: { "run-vpc-staging": "errored", "run-root-dns-staging": "discarded" },
  },
  "an apply of an environment without reviews ends half-way": {
    command: "deploy",
    plans: { "vpc-staging": { applies: "errored" } },
    says: ["vpc-staging: expected to be applied, got errored"],
    left: { "run-vpc-staging": "errored" },
  },
  "a cancelled deploy left a run behind": {
    before: [{ workspace: "vpc-staging", status: "planning", message: OURS }],
    code: 0,
    says: ["| vpc-staging | 1 to add |"],
    left: { "run-before1": "planned_and_saved", ...SAVED },
  },
};

describe.each(Object.entries(CASES))("where %s", (_name, one) => {
  test("says what to do, and leaves nothing that the next deploy cannot pass", async () => {
    const { plans = {}, before, given = () => undefined, command = "plan", code = 1, says, left } = one;
    const world = setUp({ "vpc-staging": {}, "root-dns-staging": {}, ...plans }, before);
    if (command === "apply") {
      await world.run("plan", ...STACKS);
      world.printed.length = 0;
    }
    given(world);

    const outcome = await world
      .run(command, ...(command === "apply" ? [] : STACKS))
      .catch((error: Error) => error);

    const printed = [...world.printed, ...(outcome instanceof Error ? [outcome.message] : [])].join("\n");
    says.forEach((words) => expect(printed).toContain(words));
    expect(outcome instanceof Error ? 1 : outcome).toBe(code);
    expect(world.statuses()).toEqual(left);
  });
});
