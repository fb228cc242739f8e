import { dependencies } from "../../package.json";
import { platform } from "../../src/platform";
import { pathText } from "../../src/settings/checking/problem";
import { secretsIn } from "../../src/settings/checking/literal-secrets";
import { hasSecretShape } from "../../src/settings/checking/secret-shapes";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { defineEnvironments } from "../samples/platform";
import { synthesiseExamples } from "../samples/examples";
import { sampleEnvironments } from "../samples/sample-environments";
import { synthesise } from "../samples/synthesise";
import type { Verification } from "./verdict";
import { configurationFiles, proseFiles } from "../checks/secrets/configuration-files";
import { readNested } from "../checks/secrets/read-nested";

/** Looks for secrets in all that people write for the platform and in all that Terraform gets. */
export const secrets: Verification = (progress) =>
  inTemporaryFolder("secrets", (folder) => {
    progress("synth");
    const stacks = [
      ...synthesise(defineEnvironments(platform.environments), `${folder}/environments`),
      ...synthesise(sampleEnvironments(), `${folder}/samples`),
      ...synthesiseExamples(`${folder}/examples`),
    ];
    const files = configurationFiles();
    const prose = proseFiles();
    const found = stacks.flatMap(({ id, json }) => findingsIn(id, readNested(json)));
    const findings = [
      ...findingsIn("settings", platform),
      ...files.flatMap(({ name, content }) => findingsIn(name, content)),
      ...prose.flatMap(({ name, text }) => findingsInProse(name, text)),
      ...found.filter((finding) => !ADDRESS_OF_A_CLUSTER.test(finding)),
      ...(found.some((finding) => ADDRESS_OF_A_CLUSTER.test(finding))
        ? []
        : ["an accepted field is nowhere"]),
    ];
    return Promise.resolve({
      tool: "secretlint",
      version: dependencies["@secretlint/secretlint-rule-preset-recommend"],
      checked: `settings, ${files.length} files of configuration, ${prose.length} of TypeScript and pages, ${stacks.length} stacks`,
      findings: [...findings, ...(secretsIn(PLANTED).length === 2 ? [] : ["misses a secret that is there"])],
    });
  });

/** Field of the Secret by which Argo CD knows a cluster: it signs in there by a role, so the Secret holds addresses alone. */
const ADDRESS_OF_A_CLUSTER =
  /^cluster-services-[\w-]+: resource\.helm_release\.(?:argo-cd_credentials|eks-argo-cd)\.values\[0\]\.objects\[\d+\]\.stringData\.(?:name|server|namespaces) /;

/** A key of AWS's documentation, written so that no scanner of repositories takes it for one, and a password. */
const PLANTED = { note: ["AKIA", "IOSFODNN7", "QZ4WKPL"].join(""), adminPassword: "planted" };

/** Places of secrets; what they are stays out of the report. */
export const findingsIn = (name: string, content: unknown): string[] =>
  secretsIn(content).map(({ path, by }) => `${name}: ${pathText(path)} is a secret (${by})`);

/** Lines of a text that have a secret by its shape. */
export const findingsInProse = (name: string, text: string): string[] =>
  // One look at a file is quicker than one at each of its lines.
  hasSecretShape(text)
    ? text
        .split("\n")
        .flatMap((line, at) =>
          hasSecretShape(line) ? [`${name}:${at + 1}: is a secret (by its shape)`] : [],
        )
    : [];
