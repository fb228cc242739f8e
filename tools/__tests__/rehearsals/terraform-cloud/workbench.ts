import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonMap } from "../../../terraform-json/json-map";
import { terraform } from "../../../toolbox/terraform";
import type { Server } from "./server";

const { signal } = new AbortController();

/** Host of the platform's workspaces, as its stacks name it. */
const HOST = "app.terraform.io";

/** Addresses that a plan would do something to, and what. */
export type Changes = Readonly<Record<string, string>>;

/** An administrator's machine: the stacks as files, the state of the first one, and a sign-in to a server. */
export class Workbench {
  private readonly folder = mkdtempSync(join(tmpdir(), "terraform-cloud-"));

  constructor(
    { address, token }: Server,
    private readonly plugins: string,
  ) {
    const services = Object.fromEntries(
      ["tfe.v2", "tfe.v2.1", "tfe.v2.2", "state.v2"].map((name) => [name, `${address}/api/v2/`]),
    );
    const blocks = [
      `host ${JSON.stringify(HOST)} {\n  services = ${hcl(services)}\n}`,
      `credentials ${JSON.stringify(HOST)} {\n  token = ${JSON.stringify(token)}\n}`,
    ];
    writeFileSync(this.configuration, `${blocks.join("\n")}\n`);
  }

  private get configuration(): string {
    return join(this.folder, "terraformrc");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Removes the state that is kept in a file. */
  loseStates(): void {
    rmSync(join(this.folder, "terraform-state"), { recursive: true });
  }

  /** Runs Terraform for a stack, and returns what it prints. */
  async terraform(id: string, json: JsonMap, ...args: string[]): Promise<string> {
    const folder = join(this.folder, "cdktf.out", "stacks", id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json));

    const env = { TF_CLI_CONFIG_FILE: this.configuration, TFE_HOSTNAME: HOST, TFE_TOKEN: "" };
    const { code, stdout, stderr } = await terraform(args, { folder, signal, env });
    if (code !== 0) {
      throw new Error(`${id}: terraform ${args[0]} failed\n${stderr}`);
    }
    return stdout;
  }

  init = (id: string, json: JsonMap): Promise<string> =>
    this.terraform(id, json, "init", `-plugin-dir=${this.plugins}`);

  apply = (id: string, json: JsonMap): Promise<string> => this.terraform(id, json, "apply", "-auto-approve");

  /** Changes that a plan would make now. */
  async plan(id: string, json: JsonMap): Promise<Changes> {
    const lines = await this.terraform(id, json, "plan", "-json");
    const planned = lines
      .split("\n")
      .filter((line) => line.includes('"type":"planned_change"'))
      .map((line) => (JSON.parse(line) as { readonly change: Planned }).change);
    return Object.fromEntries(planned.map(({ resource: { addr }, action }) => [addr, action]));
  }
}

interface Planned {
  readonly resource: { readonly addr: string };
  readonly action: string;
}

const hcl = (values: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(values)
    .map(([key, value]) => `${JSON.stringify(key)} = ${JSON.stringify(value)}`)
    .join(", ")} }`;
