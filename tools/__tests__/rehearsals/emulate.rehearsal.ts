import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JsonMap } from "../../terraform-json/json-map";
import { applyTwice } from "../../checks/emulate/emulate-stack";

const note = (path: string) => ({ "//": { metadata: { path } } });

const { signal } = new AbortController();

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emulate-rehearsal-"));
  mkdirSync(join(folder, "plugins"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const apply = (id: string, json: JsonMap) =>
  applyTwice({ id, folder: join(folder, "synthesised"), json }, json, {
    folder: join(folder, id),
    states: join(folder, "states"),
    plans: join(folder, "plans"),
    plugins: join(folder, "plugins"),
    env: {},
    gaps: { types: {}, attributes: [], forgotten: {} },
    signal,
  });

const cloud = { terraform: { cloud: { organization: "nobody", workspaces: { name: "none" } } } };

describe("npm run emulate", () => {
  it("has a stack read what another one put out, and keeps the plans", async () => {
    const producer = await apply("producer", {
      ...cloud,
      resource: { terraform_data: { one: { input: "made" } } },
      output: { id: { value: "${terraform_data.one.output}" } },
    });
    const consumer = await apply("consumer", {
      ...cloud,
      data: {
        terraform_remote_state: { it: { backend: "remote", config: { workspaces: { name: "producer" } } } },
      },
      resource: { terraform_data: { one: { input: "${data.terraform_remote_state.it.outputs.id}" } } },
    });

    expect([producer, consumer]).toEqual([
      { created: 1, forgotten: [], findings: [] },
      { created: 1, forgotten: [], findings: [] },
    ]);
    expect(JSON.parse(readFileSync(join(folder, "plans", "consumer.json"), "utf8"))).toMatchObject({
      planned_values: { root_module: { resources: [{ values: { input: "made" } }] } },
    });
  });

  it("finds what is never done with", async () => {
    const { findings } = await apply("restless", {
      resource: { terraform_data: { one: { input: "${uuid()}" } } },
    });

    expect(findings).toEqual(["is not applied with one apply: terraform_data.one (update: input, output)"]);
  });

  it("finds outputs that are never the same", async () => {
    const { findings } = await apply("restless", { output: { now: { value: "${uuid()}" } } });

    expect(findings).toEqual(["is not applied with one apply: its outputs"]);
  });

  it("says why a stack cannot be planned", async () => {
    const { findings } = await apply("broken", { output: { one: { value: "${terraform_data.none.id}" } } });

    expect(findings).toEqual([
      expect.stringMatching(/^cannot be planned: output\.one\.value: Reference to undeclared resource/),
    ]);
  });

  it("says why a stack cannot be applied", async () => {
    const condition = { condition: "${self.output == 2}", error_message: "It is one." };
    const lifecycle = { postcondition: [condition] };
    const { findings } = await apply("broken", {
      resource: { terraform_data: { one: { ...note("test/one"), input: 1, lifecycle } } },
    });

    expect(findings).toEqual([
      expect.stringMatching(/^cannot be applied: test\/one terraform_data\.one\..*It is one\./),
    ]);
  });

  it("says so where Terraform breaks down without a word", async () => {
    mkdirSync(join(folder, "bin"));
    const terraform = `#!/bin/sh\ncase $1 in plan) echo "Error: out of memory" >&2; exit 1;; esac\n`;
    writeFileSync(join(folder, "bin", "terraform"), terraform, { mode: 0o755 });
    vi.stubEnv("PATH", `${join(folder, "bin")}:${process.env.PATH}`);

    expect((await apply("killed", {})).findings).toEqual(["cannot be planned: out of memory"]);
  });
});
