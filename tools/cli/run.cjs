/*
 * Starts a command of tools/cli: `node tools/cli/run.cjs <command> [arguments]`. Plain JavaScript that an old Node.js
 * reads, too: it says what is missing before anything else loads.
 */
const { existsSync, mkdirSync } = require("fs");
const { join, resolve } = require("path");

const PROJECT = resolve(__dirname, "../..");

/** Commands that load CDKTF's thousands of files, each of which a loader of TypeScript would look at. */
const BUNDLED = ["synth"];

function refuse(text) {
  console.error(text);
  process.exit(1);
}

function checkMachine() {
  const needed = require(join(PROJECT, "package.json")).engines.node.replace(">=", "");
  const [major, minor] = needed.split(".").map(Number);
  const [hasMajor, hasMinor] = process.versions.node.split(".").map(Number);
  if (hasMajor < major || (hasMajor === major && hasMinor < minor)) {
    refuse(
      `node: expected version ${needed} or later, got ${process.versions.node}; install it, or run nvm use ${major}`,
    );
  }
  if (["tsx", "esbuild", "cdktf"].some((name) => !existsSync(join(PROJECT, "node_modules", name)))) {
    refuse("node_modules: expected the packages of package-lock.json, got none or a part; run npm ci");
  }
}

/** Bundles a command into one file, whose map keeps file and line of its source. */
function bundled(name) {
  const outfile = join(PROJECT, "node_modules/.cache/platform", `${name}.cjs`);
  mkdirSync(join(outfile, ".."), { recursive: true });
  require("esbuild").buildSync({
    absWorkingDir: PROJECT,
    entryPoints: [`tools/cli/${name}.ts`],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "silent",
  });
  return outfile;
}

async function run(name, args) {
  if (!existsSync(join(__dirname, `${name}.ts`))) {
    refuse(`${name}: expected a command, got none of that name; npm run lists them`);
  }
  process.setSourceMapsEnabled(true);
  if (!BUNDLED.includes(name)) {
    await import("tsx");
  }
  const { command } = require(BUNDLED.includes(name) ? bundled(name) : join(__dirname, `${name}.ts`));
  await command.start(args);
}

checkMachine();
run(process.argv[2], process.argv.slice(3)).catch((error) =>
  refuse(`tools/cli: expected a command that loads, got ${String(error.message).split("\n")[0]}; run npm ci`),
);
