interface Made {
  readonly id: string;
  readonly workspace: string;
  status: string;
  readonly message: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Plan that the fake makes of a workspace's configuration. */
export interface FakePlan {
  /** Says that there is no such workspace. */
  readonly absent?: boolean;

  /** @default "planned_and_saved" of a run that can be applied, else "planned_and_finished" */
  readonly status?: string;

  /** @default one resource to add */
  readonly counts?: Readonly<Record<string, number>>;
  readonly hasChanges?: boolean;
  readonly log?: string;

  /** @default "applied" */
  readonly applies?: string;

  /** @default - empty */
  readonly applyLog?: string;
}

/** Run that is there before the test begins. */
export interface Before {
  readonly workspace: string;
  readonly status: string;
  readonly message: string;
}

/** Tokens of an environment's two teams. HCP Terraform lets no team end a run that may not apply one. */
export const PLAN_TOKEN = "token-plan";
export const APPLY_TOKEN = "token-apply";

/** Way in which an answer fails: as many times in a row, with this status. */
interface Fault {
  readonly question: RegExp;
  readonly status: number;
  times: number;

  /** Says that the question was heard all the same. */
  readonly heard?: boolean;
}

/** Statuses that a run passes by itself, a step at each look. */
const NEXT: Readonly<Record<string, string>> = {
  planning: "planned_and_saved",
  applying: "applied",
};

const DISCARDABLE = ["planned", "planned_and_saved", "cost_estimated", "policy_checked", "policy_override"];
const CANCELABLE = ["pending", "planning", "applying"];
export const OURS = `${"a".repeat(40)} (https://github.example/org/repo/actions/runs/1)`;

/** Environment variables of a workflow of GitHub. */
export const WORKFLOW = {
  GITHUB_SERVER_URL: "https://github.example",
  GITHUB_REPOSITORY: "org/repo",
  GITHUB_RUN_ID: "2",
  GITHUB_SHA: "b".repeat(40),
};

/**
 * HCP Terraform as far as its documented API goes: workspaces, configurations, runs and their actions. It refuses what
 * HCP Terraform refuses, and remembers every change it was asked for.
 */
export class FakeHcp {
  readonly asked: string[] = [];
  readonly runs: Made[] = [];

  /** Hosts that were given the token. */
  readonly trusted = new Set<string>();
  locked: Record<string, object> = {};

  /** Statuses of a configuration, one at each look; the last stays. */
  uploads = ["uploaded"];

  /** Statuses that a run does not leave by itself. */
  stays: readonly string[] = [];
  private readonly faults: Fault[] = [];

  constructor(
    private readonly plans: Readonly<Record<string, FakePlan>>,
    before: readonly Before[] = [],
  ) {
    before.forEach((run, index) => this.runs.push({ ...run, id: `run-before${index + 1}`, attributes: {} }));
  }

  /** Has questions fail. */
  fail(question: RegExp, status: number, fault: Partial<Pick<Fault, "times" | "heard">> = {}): void {
    this.faults.push({ question, status, times: 1, ...fault });
  }

  request = (input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const fault = this.faults.find(({ question, times }) => times > 0 && question.test(url));
    if (fault === undefined) {
      return Promise.resolve(this.answer(url, init));
    }
    fault.times -= 1;
    if (fault.heard) {
      this.answer(url, init);
    }
    return fault.status === 0
      ? Promise.reject(new Error("fetch failed"))
      : Promise.resolve(new Response(null, { status: fault.status }));
  };

  private answer(url: string, init: RequestInit): Response {
    const { host, pathname } = new URL(url);
    const token = new Headers(init.headers).get("Authorization")?.replace("Bearer ", "");
    if (token !== undefined) {
      this.trusted.add(host);
    }
    const path = pathname.replace("/api/v2/", "").replace(/^\//, "");
    if (init.method === "POST") {
      this.asked.push(path);
    }
    if (token !== undefined && ![PLAN_TOKEN, APPLY_TOKEN].includes(token)) {
      return new Response(null, { status: 401 });
    }
    if (/actions\/(apply|discard|cancel)$/.test(path) && token !== APPLY_TOKEN) {
      return new Response(null, { status: 404 });
    }
    return this.route(path, init) ?? new Response(null, { status: 404 });
  }

  private route(path: string, { body }: RequestInit): Response | undefined {
    const [kind, id = "", part, action] = path.split("/");
    if (kind === "organizations") {
      return action === undefined ? this.list() : this.workspace(action);
    }
    if (kind === "workspaces" && part === "runs") {
      return Response.json({
        data: this.runs
          .filter(({ workspace }) => workspace === id)
          .map(shown)
          .reverse(),
      });
    }
    if (kind === "workspaces" && part === "configuration-versions") {
      return Response.json({
        data: { id: "cv-1", attributes: { status: "pending", "upload-url": "https://store.example/upload" } },
      });
    }
    if (kind === "workspaces") {
      return this.workspace(id);
    }
    if (kind === "configuration-versions") {
      const status = this.uploads.length > 1 ? this.uploads.shift() : this.uploads[0];
      return Response.json({ data: { id, attributes: { status, "upload-url": null } } });
    }
    if (kind === "runs") {
      return id === "" ? this.create(String(body)) : this.run(id, action);
    }
    if (kind === "plans") {
      return this.plan(id);
    }
    if (kind === "applies") {
      const attributes = { "log-read-url": `https://store.example/apply-log/${id}` };
      return Response.json({ data: { attributes } });
    }
    if (kind === "apply-log") {
      return new Response(this.plans[id]?.applyLog ?? "");
    }
    if (kind === "log") {
      return new Response(this.plans[id]?.log ?? "");
    }
    return kind === "upload" ? new Response("") : undefined;
  }

  private list(): Response {
    const data = Object.keys(this.plans).map((name) => ({ attributes: { name } }));
    return Response.json({ data, meta: { pagination: { "next-page": null } } });
  }

  private workspace(name: string): Response | undefined {
    const holder = this.locked[name];
    return name in this.plans && !this.plans[name]!.absent
      ? Response.json({
          data: { id: name, attributes: { locked: holder !== undefined } },
          included: holder ? [holder] : [],
        })
      : undefined;
  }

  private create(body: string): Response {
    const { data } = JSON.parse(body) as {
      data: { attributes: Record<string, unknown>; relationships: { workspace: { data: { id: string } } } };
    };
    const workspace = data.relationships.workspace.data.id;
    const { attributes } = data;
    const saved = attributes["save-plan"] === true;
    const status = this.plans[workspace]!.status ?? (saved ? "planned_and_saved" : "planned_and_finished");
    const id = `run-${workspace}`;
    const run = { id, workspace, status, message: String(attributes.message), attributes };
    this.runs.push(run);
    return Response.json({ data: shown(run) });
  }

  private run(id: string, action: string | undefined): Response | undefined {
    const run = this.runs.find((one) => one.id === id);
    if (run === undefined) {
      return undefined;
    }
    if (action === undefined) {
      const answer = Response.json({ data: shown(run) });
      run.status = this.stays.includes(run.status) ? run.status : (NEXT[run.status] ?? run.status);
      return answer;
    }
    const allowed: Record<string, [readonly string[], string]> = {
      apply: [["planned_and_saved"], this.plans[run.workspace]!.applies ?? "applied"],
      discard: [DISCARDABLE, "discarded"],
      cancel: [CANCELABLE, "canceled"],
    };
    const [from, to] = allowed[action]!;
    if (!from.includes(run.status)) {
      return new Response(null, { status: 409 });
    }
    run.status = to;
    return new Response(null, { status: 202 });
  }

  private plan(workspace: string): Response {
    const { counts = { "resource-additions": 1 }, hasChanges = true } = this.plans[workspace]!;
    const attributes = {
      ...counts,
      "has-changes": hasChanges,
      "log-read-url": `https://store.example/log/${workspace}`,
    };
    return Response.json({ data: { attributes } });
  }
}

const shown = ({ id, workspace, status, message, attributes }: Made) => ({
  id,
  attributes: {
    status,
    message,
    "plan-only": attributes["plan-only"] === true,
    actions: { "is-confirmable": status === "planned_and_saved" },
  },
  relationships: { plan: { data: { id: workspace } }, apply: { data: { id: workspace } } },
});
