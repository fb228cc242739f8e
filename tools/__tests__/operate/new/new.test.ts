import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { platform } from "../../../../src/platform";
import { definePlatform } from "../../../../src/settings/define-platform";
import { addressIn } from "../../../../src/settings/checking/cidr-block";
import { parse } from "../../../kit/command-arguments";
import { answersTo } from "../../../operate/new/answers";
import { answersIn, NEW, questionsOf } from "../../../operate/new/arguments";
import { CLUSTER_GUIDE, clusterSteps } from "../../../operate/new/cluster";
import { ENVIRONMENT_GUIDE, environmentSteps } from "../../../operate/new/environment";
import { follow } from "../../../operate/new/follow";

const { environments, organisation } = definePlatform(platform);
const permanent = environments.filter(({ name }) => organisation.promotion.includes(name));
const page = (file: string): string => readFileSync(file, "utf8");
const ANSWERS = { name: "pre-release", account: "123456789012", cidr: "10.99.0.0/16" };

const { promotion } = organisation;
const environmentOf = (answers: Partial<typeof ANSWERS> = {}, order: readonly string[] = promotion) =>
  environmentSteps(page(ENVIRONMENT_GUIDE), { ...ANSWERS, ...answers }, platform.environments, order);
const clusterOf = (name: string) => clusterSteps(page(CLUSTER_GUIDE), name, environments, page);

/** Copy of the files that the guides change. */
function copyOfFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), "new-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  [".github/workflows", "src/platform", ".prettierrc.json"].forEach((path) =>
    cpSync(path, join(folder, path), { recursive: true }),
  );
  return folder;
}

describe("a new environment", () => {
  it("is written with the answers, wherever the page has its example", async () => {
    const folder = copyOfFiles();
    const files = await follow(environmentOf(), folder);
    const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");

    expect(files).toEqual(
      expect.arrayContaining([
        "src/platform/environments/pre-release.ts",
        "src/platform/access/pre-release.yaml",
        "src/platform/accounts.ts",
        ".github/workflows/deploy.yml",
      ]),
    );
    expect(text).toContain('"pre-release": "123456789012"');
    expect(text).toContain('const cidr = "10.99.0.0/16"');
    expect(text).toContain('access: accessTo("pre-release")');
    expect(JSON.stringify(environmentOf())).not.toMatch(/210987654321|preview/);
  });

  it("comes after one that was made before it, and waits for it", async () => {
    const folder = copyOfFiles();
    const made = [...promotion.slice(0, -1), "pre-release", ...promotion.slice(-1)];
    await follow(environmentOf(), folder);
    await follow(environmentOf({ name: "trial", cidr: "10.98.0.0/16" }, made), folder);
    const written = (file: string) => readFileSync(join(folder, file), "utf8");

    expect(written("src/platform/organisation.ts")).toMatch(/"pre-release",\s+"trial",\s+"production"/);
    expect(written("src/platform/environments/index.ts")).toMatch(/preRelease,\s+trial,\s+production\]/);
    expect(written(".github/workflows/deploy.yml")).toMatch(
      /\n {2}trial:\n.*pre-release\]\n(?:.*\n)+?.*needs\.pre-release\.result == 'success'/,
    );
    expect(written(".github/workflows/deploy.yml")).toContain("pre-release, trial]");
  });

  it("writes over no file, and changes none where one is in the way", async () => {
    const folder = copyOfFiles();
    await follow(environmentOf(), folder);
    rmSync(join(folder, "src/platform/access/pre-release.yaml"));
    const before = readFileSync(join(folder, "src/platform/accounts.ts"), "utf8");

    await expect(follow(environmentOf({ account: "210987654320" }), folder)).rejects.toThrow(
      "src/platform/environments/pre-release.ts: expected no file, got one",
    );
    expect(existsSync(join(folder, "src/platform/access/pre-release.yaml"))).toBe(false);
    expect(readFileSync(join(folder, "src/platform/accounts.ts"), "utf8")).toBe(before);
  });

  it("is refused with everything that is wrong with it", () => {
    const ask = () => environmentOf({ name: "Pre", account: "12", cidr: "10.12.0.0/16" });

    expect(ask).toThrow('<name>: expected a DNS label, got "Pre"');
    expect(ask).toThrow('--account: expected twelve digits, got "12"');
    expect(ask).toThrow('--cidr: expected a range of its own, got "10.12.0.0/16", which staging has');
  });

  it.each(["10.99.0.0/20", "10.99.1.0/16", "all"])("is refused with the range %s", (cidr) => {
    expect(() => environmentOf({ cidr })).toThrow(`got "${cidr}"; write one`);
  });

  it("is refused with a name that is taken", () => {
    expect(() => environmentOf({ name: "staging" })).toThrow('got "staging", which an environment has');
  });
});

describe("a new cluster", () => {
  it.each(permanent.map(({ name }) => `${name}/second`))(
    "is written as %s, with what its block imports",
    async (name) => {
      const [environment] = name.split("/");
      const folder = copyOfFiles();
      await follow(clusterOf(name), folder);
      const text = readFileSync(join(folder, `src/platform/environments/${environment}.ts`), "utf8");

      expect(text.match(/ QUIET_ALERTING \} from/g)).toHaveLength(1);
      expect(text).toContain(`accessTo("${environment}-second")`);
      expect(text.match(/main: true/g)).toHaveLength(1);
      expect(text).toContain('nodeGroups: { "arm-blue": {} }');
      expect(existsSync(join(folder, `src/platform/access/${environment}-second.yaml`))).toBe(true);
    },
  );

  it("is written beside a second one", async () => {
    const folder = copyOfFiles();
    await follow(clusterOf("staging/second"), folder);
    await follow(clusterOf("staging/third"), folder);
    const text = readFileSync(join(folder, "src/platform/environments/staging.ts"), "utf8");

    expect(text.match(/accessTo\("[^"]+"\)/g)!.slice(0, 3)).toEqual([
      'accessTo("staging")',
      'accessTo("staging-third")',
      'accessTo("staging-second")',
    ]);
    expect(text.match(/main: true/g)).toHaveLength(1);
  });

  it("has subnets in its environment's network", () => {
    const production = environments.find(({ name }) => name === "production")!;
    const { vpc } = production.network;
    const { after } = clusterOf("production/second").edits.find((edit) => edit.after.includes("subnets"))!;
    const beginning = addressIn((vpc as { cidr: string }).cidr, 0)
      .split(".")
      .slice(0, 2)
      .join(".");

    expect(after.match(/\d+\.\d+(?=\.\d+\.\d+\/)/g)).toEqual(Array(9).fill(beginning));
  });

  it.each([
    ["nowhere/blue", "<environment>: expected integration, staging, "],
    ["staging/govuk", '<name>: expected a cluster that is free, got "govuk", which staging has'],
    ["staging", '<name>: expected <environment>/<cluster>, the cluster a DNS label, got "staging"'],
    ["staging/a/b", "<name>: expected <environment>/<cluster>"],
  ])("is refused as %s", (name, problem) => {
    expect(() => clusterOf(name)).toThrow(problem);
  });
});

describe("answers", () => {
  it("are asked for where a line lacks them", async () => {
    const asked: string[] = [];
    const ask = (question: string) =>
      Promise.resolve(asked.push(question) === 1 ? " 123456789012 " : "10.9.0.0/16");
    const line = parse(NEW, ["environment", "preview"]);

    expect(await answersTo(questionsOf(line), answersIn(line), NEW, ask)).toEqual({
      name: "preview",
      account: "123456789012",
      cidr: "10.9.0.0/16",
    });
    expect(asked).toEqual(["AWS account, twelve digits: ", "range of its VPC, such as 10.14.0.0/16: "]);
  });

  it("are all named where no person can be asked", async () => {
    const line = parse(NEW, ["tenant", "maps/tiles"]);

    await expect(answersTo(questionsOf(line), answersIn(line), NEW, undefined)).rejects.toThrow(
      /--email: expected .*\n--source: .*\n--cluster: /,
    );
  });

  it("may name no channel", async () => {
    const [email, source, cluster] = ["maps@example.org", "example/maps", "dev"];
    const given = { name: "maps/tiles", email, source, cluster };
    const questions = questionsOf(parse(NEW, ["tenant", "maps/tiles"]));

    expect(await answersTo(questions, given, NEW, () => Promise.resolve(""))).toEqual(given);
  });

  it("are fewer for a product with an application in a namespace of the platform", async () => {
    const line = parse(NEW, ["tenant", "maps/tiles", "--namespace", "apps"]);

    expect(await answersTo(questionsOf(line), answersIn(line), NEW, undefined)).toEqual({
      name: "maps/tiles",
      namespace: "apps",
    });
    expect(() => answersIn(parse(NEW, ["tenant", "m/t", "--namespace", "apps", "--cluster", "dev"]))).toThrow(
      "--cluster: expected nothing for a tenant with --namespace, got it; leave it out",
    );
  });

  it("are refused where the thing has no such question", () => {
    expect(() => answersIn(parse(NEW, ["cluster", "staging/blue", "--account", "1"]))).toThrow(
      "--account: expected nothing for a cluster, got it; leave it out",
    );
  });
});
