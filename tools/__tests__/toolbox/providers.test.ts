import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { provide } from "../../toolbox/providers";
import { machineWith, writeProgram } from "../../../__tests__/support/fake-programs";

const AWS = { name: "aws", source: "hashicorp/aws", version: "6.25.0" };
const PACKAGE = "registry.terraform.io/hashicorp/aws/6.25.0/linux_amd64";

/** A Terraform that finds a provider in a folder by making a link to it, and elsewhere does as the script says. */
const terraform = (elsewhere: string, used = AWS.version) => `
  echo "$@" >> "$XDG_CACHE_HOME/asked"
  place=.terraform/providers/${PACKAGE}
  case "$1 $*" in
    version*) echo '{"provider_selections":{"registry.terraform.io/hashicorp/aws":"${used}"}}' ;;
    init*-plugin-dir=*) for last; do true; done
      [ -e "\${last#-plugin-dir=}/${PACKAGE}" ] || { echo "Error: not in the folder" >&2; exit 1; }
      /bin/mkdir -p "\${place%/*}"; /bin/ln -s "\${last#-plugin-dir=}/${PACKAGE}" "$place" ;;
    init*) ${elsewhere} ;;
  esac`;
const DOWNLOAD = '/bin/mkdir -p "$place"; echo program > "$place/terraform-provider-aws"';

function machine(script: string) {
  const { cache } = machineWith({ terraform: script });
  return { cache, kept: join(cache, "terraform-plugins", PACKAGE), asked: join(cache, "../asked") };
}

async function provideAws() {
  const folder = mkdtempSync(join(tmpdir(), "providers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const providers = await provide([AWS], folder, new AbortController().signal);
  return [...providers.values()][0]!;
}

test("keeps what was fetched, and needs neither registry nor mirror for it again", async () => {
  const { kept, cache } = machine(terraform(DOWNLOAD));
  const first = await provideAws();
  writeProgram(join(cache, "../bin/terraform"), terraform('echo "Error: no registry" >&2; exit 1'));

  expect(first).toMatchObject({ used: "6.25.0" });
  expect(readdirSync(kept)).toEqual(["terraform-provider-aws"]);
  expect(await provideAws()).toMatchObject({ used: "6.25.0" });
});

test("keeps nothing that a mirror or a plugin cache has", async () => {
  const { kept } = machine(terraform('/bin/mkdir -p "${place%/*}"; /bin/ln -s /somewhere "$place"'));

  expect(await provideAws()).toMatchObject({ used: "6.25.0" });
  expect(existsSync(kept)).toBe(false);
});

test("does not take half a download for a provider", async () => {
  const { cache, kept } = machine(terraform(`${DOWNLOAD}; exit 1`));

  expect(await provideAws()).toMatchObject({ missing: expect.any(String) });
  expect(existsSync(kept)).toBe(false);
  expect(readdirSync(cache)).toEqual(["terraform-plugins"]);
});

test("takes another version of the same major where the pinned one cannot be had", async () => {
  const { asked } = machine(
    terraform(`case "$(/bin/cat main.tf.json)" in *"~> 6.0"*) ${DOWNLOAD} ;; *) exit 1 ;; esac`, "6.34.0"),
  );

  expect(await provideAws()).toMatchObject({ version: "6.25.0", used: "6.34.0" });
  expect(readFileSync(asked, "utf8").match(/^init /gm)).toHaveLength(4);
});

test("says why a provider cannot be had in any version", async () => {
  machine(terraform('echo "Error: Failed to query: no such host" >&2; exit 1'));

  expect(await provideAws()).toEqual({ ...AWS, missing: "Failed to query: no such host" });
});
