import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { ADD_TAG_TO_IMAGE, DEPLOY_IMAGE, SMOKE_TEST } from "../../../src/addons/argo-workflows/scripts";
import { writeProgram } from "../../support/fake-programs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "script-"));
  mkdirSync(join(folder, "bin"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Runs a script as its container does, in an empty home, with programs put before those of the machine. */
function run(script: string, env: Record<string, string>, programs: Record<string, string> = {}) {
  for (const [name, text] of Object.entries(programs)) {
    writeProgram(join(folder, "bin", name), text);
  }
  const home = mkdtempSync(join(folder, "home-"));
  return spawnSync("sh", ["-euc", script], {
    cwd: home,
    encoding: "utf8",
    // Git brings examples of hooks into every repository, unless it is told to leave them.
    env: { HOME: home, GIT_TEMPLATE_DIR: "", PATH: `${join(folder, "bin")}:${process.env.PATH}`, ...env },
  });
}

const git = (cwd: string, ...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(
    "git",
    ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args],
    { cwd, encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  return stdout;
};

const FRONTEND = "image-tags/staging/frontend";

/** Makes a repository of a folder, with one commit, that may be pushed to. */
function commitIn(work: string): void {
  const { status, stderr } = run(
    `cd "$WORK"
     git init --quiet --initial-branch=main
     git add .
     git -c user.name=test -c user.email=test@example.com commit --quiet --message Start
     git config core.bare true`,
    { WORK: work },
  );
  expect(status, stderr).toBe(0);
}

/** A repository that can be pushed to, with the tag files of one application in two environments. */
function chartsRepository(
  content = "image_tag: release-1\nautomatic_deploys_enabled: true\n",
  before = "image_tag: release-2\n",
): string {
  const work = join(folder, "work");
  mkdirSync(join(work, "image-tags/staging"), { recursive: true });
  mkdirSync(join(work, "image-tags/integration"));
  writeFileSync(join(work, FRONTEND), content);
  writeFileSync(join(work, "image-tags/integration/frontend"), before);
  commitIn(work);
  return join(work, ".git");
}

const deploy = (repository: string, env: Record<string, string> = {}, programs?: Record<string, string>) =>
  run(
    DEPLOY_IMAGE,
    {
      REPOSITORY: `file://${repository}`,
      PER_ENVIRONMENT: "false",
      BRANCH: "main",
      FOLDER: "image-tags",
      AUTHOR: "workflows",
      AUTHOR_EMAIL: "workflows@example.com",
      GITHUB_TOKEN: "secret",
      APPLICATION: "frontend",
      TAG: "release-2",
      ENVIRONMENT: "staging",
      OWN_ENVIRONMENT: "staging",
      ENVIRONMENTS: "staging production",
      AUTOMATIC: "false",
      ...env,
    },
    programs,
  );

const fileIn = (repository: string): string => git(repository, "show", `main:${FRONTEND}`);

/** Repositories of their own for the tags of two environments: `image-tags-integration` and `image-tags-staging`. */
function ownRepositories(promote = "true"): { readonly prefix: string; readonly staging: string } {
  for (const name of ["integration", "staging"]) {
    const work = join(folder, `image-tags-${name}`);
    mkdirSync(join(work, "image-tags"), { recursive: true });
    writeFileSync(
      join(work, "image-tags/frontend"),
      `imageTags:\n  frontend:\n    image_tag: release-1\n    promote_deployment: ${promote}\n`,
    );
    commitIn(work);
  }
  const prefix = join(folder, "image-tags");
  return { prefix, staging: `${prefix}-staging/.git` };
}

describe("the script that deploys an image to repositories of their own", () => {
  const promotion = { PER_ENVIRONMENT: "true", OWN_ENVIRONMENT: "integration", AUTOMATIC: "true" };
  const ofStaging = (repository: string) => git(repository, "show", "main:image-tags/frontend");

  it("writes the tag where it stands, as a value of its application", () => {
    const { prefix, staging } = ownRepositories();
    const { status, stderr } = deploy(prefix, { ...promotion, ENVIRONMENTS: "integration staging" });

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(ofStaging(staging)).toBe(
      "imageTags:\n  frontend:\n    image_tag: release-2\n    promote_deployment: true\n",
    );
    expect(ofStaging(`${prefix}-integration/.git`)).toContain("image_tag: release-1");
  });

  it("promotes nothing that its own repository keeps back", () => {
    const { prefix, staging } = ownRepositories("false");

    expect(deploy(prefix, { ...promotion, ENVIRONMENTS: "integration staging" })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("nothing is promoted from there; nothing changed") as string,
    });
    expect(ofStaging(staging)).toContain("image_tag: release-1");
  });

  it("asks for no repository of an environment beyond the next", () => {
    const { prefix } = ownRepositories();
    const beyond = { ...promotion, ENVIRONMENT: "production", ENVIRONMENTS: "integration staging" };

    expect(deploy(prefix, beyond)).toMatchObject({
      status: 1,
      stderr: "deploys to integration staging from here, and not to production\n",
    });
  });
});

describe("the script that deploys an image", () => {
  it("changes the tag and nothing else, and says who deployed what where", () => {
    const repository = chartsRepository();

    expect(deploy(repository)).toMatchObject({ status: 0, stderr: "" });
    expect(fileIn(repository)).toBe(
      "image_tag: release-2\nautomatic_deploys_enabled: true\npromote_deployment: false\n",
    );
    expect(git(repository, "log", "-1", "--format=%an: %s", "main")).toBe(
      "workflows: Deploy frontend release-2 to staging\n",
    );
  });

  it.each(["true", "false"])(
    "says of what it deploys by itself, and of nothing else, that it goes on: %s",
    (AUTOMATIC) => {
      const repository = chartsRepository("image_tag: release-1\npromote_deployment: maybe\n");

      expect(deploy(repository, { AUTOMATIC })).toMatchObject({ status: 0 });
      expect(fileIn(repository)).toBe(`image_tag: release-2\npromote_deployment: ${AUTOMATIC}\n`);
    },
  );

  it.each(["", "yes", "true\nimage_tag: x"])(
    "takes %j for no answer to whether it is automatic",
    (AUTOMATIC) => {
      expect(deploy("/nowhere", { AUTOMATIC })).toMatchObject({
        status: 1,
        stderr: `automatic is true or false, and not ${AUTOMATIC}\n`,
      });
    },
  );

  it("commits nothing where the tag is there already", () => {
    const repository = chartsRepository("image_tag: release-1\npromote_deployment: false\n");

    expect(deploy(repository, { TAG: "release-1" })).toMatchObject({ status: 0 });
    expect(git(repository, "rev-list", "--count", "main")).toBe("1\n");
  });

  it.each([
    ["true", "release-1"],
    ["false", "release-2"],
  ])("where automatic deploys are off and it is automatic: %s, leaves the tag at %s", (AUTOMATIC, tag) => {
    const repository = chartsRepository("image_tag: release-1\nautomatic_deploys_enabled: false\n");

    expect(deploy(repository, { AUTOMATIC })).toMatchObject({ status: 0 });
    expect(fileIn(repository)).toContain(`image_tag: ${tag}\n`);
  });

  it.each([
    ["true", "release-1"],
    ["false", "release-2"],
  ])(
    "where nothing is promoted from here and it is automatic: %s, leaves the next tag at %s",
    (AUTOMATIC, tag) => {
      const repository = chartsRepository(undefined, "image_tag: release-2\npromote_deployment: false\n");
      const own = { OWN_ENVIRONMENT: "integration", ENVIRONMENTS: "integration staging" };

      expect(deploy(repository, { AUTOMATIC, ...own })).toMatchObject({ status: 0 });
      expect(fileIn(repository)).toContain(`image_tag: ${tag}\n`);
    },
  );

  it("deploys to its own environment what is not promoted from there", () => {
    const repository = chartsRepository("image_tag: release-1\npromote_deployment: false\n");

    expect(deploy(repository, { AUTOMATIC: "true" })).toMatchObject({ status: 0 });
    expect(fileIn(repository)).toContain("image_tag: release-2\n");
  });

  it("promotes to the next environment what the file of its own says nothing against", () => {
    const repository = chartsRepository(undefined, "image_tag: release-2\npromote_deployment: true\n");

    expect(
      deploy(repository, {
        AUTOMATIC: "true",
        OWN_ENVIRONMENT: "integration",
        ENVIRONMENTS: "integration staging",
      }),
    ).toMatchObject({
      status: 0,
    });
    expect(fileIn(repository)).toContain("image_tag: release-2\n");
  });

  it("pushes after somebody who was faster", () => {
    const repository = chartsRepository();
    const other = join(folder, "other");
    git(folder, "clone", "--quiet", repository, other);
    writeFileSync(join(other, "README"), "hello\n");
    git(other, "add", ".");
    git(other, "commit", "--quiet", "--message", "Faster");
    // The other one pushes between this one's commit and its push.
    const realGit = spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim();
    const hook = `"${realGit}" "$@" || exit; case " $* " in *" commit "*) "${realGit}" -C "${other}" push --quiet ;; esac`;

    expect(deploy(repository, {}, { git: hook })).toMatchObject({ status: 0 });
    expect(git(repository, "log", "--format=%s", "main")).toBe(
      "Deploy frontend release-2 to staging\nFaster\nStart\n",
    );
  });

  it("says so where the environment does not run the application", () => {
    expect(deploy(chartsRepository(), { APPLICATION: "backend" })).toMatchObject({
      status: 1,
      stderr: "image-tags/staging/backend: not there, so staging does not run backend\n",
    });
  });

  it("says so where the file names no image that could be changed", () => {
    expect(deploy(chartsRepository("automatic_deploys_enabled: true\n"))).toMatchObject({
      status: 1,
      stderr: `${FRONTEND}: has no line that begins with image_tag\n`,
    });
  });

  it.each(["", "a/b", "$(id)", "a;b", "a b", "release-1\nx"])(
    "refuses %j for a tag or an application, before it does anything",
    (name) => {
      for (const variable of ["TAG", "APPLICATION"]) {
        const { status, stderr } = deploy("/nowhere", { [variable]: name });

        expect(status).toBe(1);
        expect(stderr).toBe(`not the name of an application or a tag: ${name}\n`);
      }
    },
  );

  it.each(["integration", "", "../staging", "prod"])(
    "leaves environment %j alone, which is neither its own nor the next",
    (ENVIRONMENT) => {
      expect(deploy("/nowhere", { ENVIRONMENT })).toMatchObject({
        status: 1,
        stderr: `deploys to staging production from here, and not to ${ENVIRONMENT}\n`,
      });
    },
  );

  it("gives up where another workflow is faster every time", () => {
    const repository = chartsRepository();
    const realGit = spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim();
    const noPush = `case "$1" in push) exit 1 ;; *) exec "${realGit}" "$@" ;; esac`;

    expect(deploy(repository, {}, { git: noPush })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("another workflow was faster five times"),
    });
  });
});

describe("the script that tries an application out", () => {
  const tries = (wget: string, env: Record<string, string> = {}) =>
    run(
      SMOKE_TEST,
      {
        URL: "http://frontend.apps/healthcheck/ready",
        APPLICATION: "frontend",
        WITHOUT_SERVICE: "frontend-worker e2e-tests",
        ...env,
      },
      { wget, sleep: "exit 0" },
    );

  it("is done once the application is well", () => {
    expect(tries(`[ -e ${folder}/asked ] || { touch ${folder}/asked; exit 1; }`)).toMatchObject({
      status: 0,
      stdout: "http://frontend.apps/healthcheck/ready: well\n",
    });
  });

  it("asks nothing of an application that has no Service", () => {
    expect(tries("exit 1", { APPLICATION: "e2e-tests" })).toMatchObject({
      status: 0,
      stdout: "e2e-tests: has no Service that could be asked\n",
    });
  });

  it("fails where the application is never well", () => {
    expect(tries("exit 1")).toMatchObject({
      status: 1,
      stderr: "http://frontend.apps/healthcheck/ready: not well\n",
    });
  });
});

describe("the script that tags an image", () => {
  /** Stands in for the AWS CLI: each image's digest by tag, and a record of what was put. */
  const registry = (digests: Record<string, string>) => `
tag=$(echo "$*" | sed -n 's/.*imageTag=\\([^ ]*\\).*/\\1/p')
case "$2 $tag" in
${Object.entries(digests)
  .map(
    ([tag, digest]) =>
      `"describe-images ${tag}") echo ${digest} ;; "batch-get-image ${tag}") echo manifest-${digest} ;;`,
  )
  .join("\n")}
"describe-images "*) echo ImageNotFoundException >&2; exit 254 ;;
"batch-get-image "*) echo None ;;
"put-image "*) echo "$*" >> ${folder}/put ;;
esac`;

  const tag = (digests: Record<string, string>, env: Record<string, string> = {}) =>
    run(
      ADD_TAG_TO_IMAGE,
      {
        APPLICATION: "frontend",
        TAG: "release-2",
        ADDED_TAG: "deployed-to-staging",
        REGISTRY: "123456789012",
        REPOSITORY_PREFIX: "govuk",
        ...env,
      },
      { aws: registry(digests) },
    );
  const put = () => readFileSync(join(folder, "put"), "utf8");

  it.each([
    ["is on no image yet", {}],
    ["is on another image", { "deployed-to-staging": "sha256:1" }],
  ])("gives it the tag that %s", (_, others) => {
    expect(tag({ "release-2": "sha256:2", ...others })).toMatchObject({ status: 0 });
    expect(put()).toBe(
      "ecr put-image --registry-id 123456789012 --repository-name govuk/frontend " +
        "--image-tag deployed-to-staging --image-manifest manifest-sha256:2 --image-digest sha256:2\n",
    );
  });

  it("does nothing where it has the tag", () => {
    expect(tag({ "release-2": "sha256:2", "deployed-to-staging": "sha256:2" })).toMatchObject({ status: 0 });
    expect(() => put()).toThrow("ENOENT");
  });

  it("fails where there is no such image", () => {
    expect(tag({})).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("govuk/frontend: no image has the tag release-2"),
    });
  });

  it.each(["release-1 release-2", "release-2 --force"])("refuses %j for a tag", (TAG) => {
    expect(tag({ "release-2": "sha256:2" }, { TAG })).toMatchObject({
      status: 1,
      stderr: `not the name of an application or a tag: ${TAG}\n`,
    });
  });

  it("fails where the registry refuses", () => {
    const refused = `${registry({ "release-2": "sha256:2" }).replace(/"put-image ".*\n/, '"put-image "*) exit 254 ;;\n')}`;
    const env = { APPLICATION: "frontend", TAG: "release-2", ADDED_TAG: "deployed-to-staging" };

    expect(
      run(ADD_TAG_TO_IMAGE, { ...env, REGISTRY: "1", REPOSITORY_PREFIX: "govuk" }, { aws: refused }),
    ).toMatchObject({ status: 254 });
  });
});
