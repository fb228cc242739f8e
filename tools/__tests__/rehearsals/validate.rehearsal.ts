import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JsonMap } from "../../terraform-json/json-map";
import { provide } from "../../toolbox/providers";
import { allRequirements } from "../../terraform-json/requirements";
import { validateStack } from "../../checks/validate/validate-stack";

const { signal } = new AbortController();
const note = (path: string) => ({ "//": { metadata: { path } } });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "validate-rehearsal-"));
  // A machine whose providers are in one folder, and nowhere else.
  const installation = `provider_installation { filesystem_mirror { path = "${folder}/mirror" } }`;
  mkdirSync(join(folder, "mirror"));
  mkdirSync(join(folder, "plugins"));
  write("terraform.rc", installation);
  vi.stubEnv("TF_CLI_CONFIG_FILE", join(folder, "terraform.rc"));
  vi.stubEnv("TF_PLUGIN_CACHE_DIR", join(folder, "plugins"));
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

const PLATFORM = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;

/** Puts a provider into the mirror. It is never started: Terraform looks only for the file. */
function offer(name: string, version: string): void {
  const file = `mirror/registry.terraform.io/hashicorp/${name}/${version}/${PLATFORM}/terraform-provider-${name}_v${version}`;
  write(file, "");
  chmodSync(join(folder, file), 0o755);
}

const requirement = (name: string, version: string) => ({ name, source: name, version });

async function validated(json: JsonMap) {
  write("stack/cdk.tf.json", JSON.stringify(json));
  const providers = await provide(allRequirements([json]), join(folder, "providers"), signal);
  const stack = { id: "test", folder: join(folder, "stack"), json };
  return validateStack(stack, providers, join(folder, "copy"), { signal });
}

describe("npm run validate", () => {
  it("finds a stack valid that is, wherever its state is", async () => {
    const result = await validated({
      terraform: { cloud: { organization: "nobody", workspaces: { name: "none" } } },
      resource: { terraform_data: { one: { input: "${terraform_data.two.output}" }, two: { input: 1 } } },
    });

    expect(result).toMatchObject({ stack: "test", findings: [], without: [] });
  });

  it("says which construct has what no resource of its kind has", async () => {
    const { findings } = await validated({
      resource: { terraform_data: { one: { ...note("test/data/one"), size: 1 } } },
    });

    expect(findings).toEqual([
      expect.stringMatching(/^test\/data\/one terraform_data\.one\.size: .*"size".*/),
    ]);
  });

  it("says which construct reads what is not there", async () => {
    const { findings } = await validated({
      resource: { terraform_data: { one: { ...note("test/data/one"), input: "${terraform_data.two.id}" } } },
    });

    expect(findings).toEqual([
      expect.stringMatching(/^test\/data\/one terraform_data\.one\.input: Reference to undeclared resource/),
    ]);
  });

  it("says what is wrong with Terraform that cannot even be read", async () => {
    const { findings } = await validated({ resource: { terraform_data: {} } });

    expect(findings).toEqual([expect.stringContaining("terraform init failed")]);
  });

  it("checks the rest of a stack whose provider cannot be had", async () => {
    const result = await validated({
      terraform: { required_providers: { aws: { source: "aws", version: "6.25.0" } } },
      resource: {
        aws_vpc: { one: { nonsense: true } },
        terraform_data: { one: { ...note("test/one"), input: "${aws_vpc.one.id}", size: 1 } },
      },
    });

    expect(result).toMatchObject({
      without: ["aws"],
      findings: [expect.stringMatching(/^test\/one terraform_data\.one\.size: /)],
    });
  });
});

describe("a provider", () => {
  const provideOne = async (version: string) =>
    (await provide([requirement("thing", version)], join(folder, "providers"), signal)).values().next().value;

  it("is used in the version that is asked for", async () => {
    offer("thing", "1.2.0");
    offer("thing", "1.4.0");

    expect(await provideOne("1.2.0")).toMatchObject({ used: "1.2.0" });
  });

  it("is found however its name is written", async () => {
    offer("thing", "1.2.0");
    const written = { name: "thing", source: "HashiCorp/Thing", version: "1.2.0" };
    const found = await provide([written], join(folder, "providers"), signal);

    expect([...found.values()]).toMatchObject([{ used: "1.2.0" }]);
  });

  it("is used in another of the same major version where there is no such", async () => {
    offer("thing", "1.4.0");
    offer("thing", "2.0.0");

    expect(await provideOne("1.2.0")).toMatchObject({ used: "1.4.0" });
  });

  it("is missing where there is neither", async () => {
    offer("thing", "2.0.0");

    expect(await provideOne("1.2.0")).toMatchObject({
      missing: expect.stringContaining("no available releases match the given constraints ~> 1.0"),
    });
  });
});
