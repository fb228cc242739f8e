import type { Documentation } from "./documentation";
import type { InstalledAddon } from "./installed-addons";
import { code, permissionText } from "./permission-text";
import { releasesOf, type ReleaseFacts } from "./releases";
import { rolesOf, type RoleFacts } from "./roles";
import type { Setting } from "./settings";

/** Everything that is known about an add-on. */
export interface DocumentedAddon extends InstalledAddon {
  readonly documentation: Documentation;
  readonly available: readonly Setting[];

  /** Ids of the add-ons that are installed after it. */
  readonly before: readonly string[];
}

/** The page of an add-on, in Markdown. */
export function page(addon: DocumentedAddon): string {
  const { id, documentation, after, before } = addon;
  const { file, text, upstream } = documentation;

  return [
    `# ${id}`,
    text,
    [
      `- Source: [${file}](../../${file})`,
      upstream.length > 0
        ? `- Upstream: ${upstream.map((link) => `<${link}>`).join(", ")}`
        : "- Upstream: none, it is our own",
      `- Installed after: ${linksTo(after)}`,
      `- Installed before: ${linksTo(before)}`,
    ].join("\n"),
    ...releases(addon),
    ...permissions(addon),
    ...settings(addon),
    "Made from the source by `npm run addon-pages`; do not edit.",
  ].join("\n\n");
}

const linksTo = (ids: readonly string[]): string =>
  ids.length === 0 ? "nothing else" : ids.map((id) => `[${id}](${id}.md)`).join(", ");

function releases(addon: DocumentedAddon): string[] {
  const all = releasesOf(addon);
  if (all.length === 0) {
    return ["## Releases", "None of its own."];
  }
  return [
    "## Releases",
    [
      "| Release | Namespace | Chart | Version | Repository |",
      "| --- | --- | --- | --- | --- |",
      ...all.map(releaseRow),
    ].join("\n"),
    addon.documentation.aboutTheVersion,
    ...all.filter(({ objects }) => objects.length > 0).map(contents),
  ];
}

function releaseRow({ name, namespace, chart }: ReleaseFacts): string {
  const cells = chart
    ? [code(chart.name), chart.version, `<${chart.repository}>`]
    : ["our own, of custom resources", "", ""];
  return `| ${[code(name), namespace, ...cells].join(" | ")} |`;
}

const contents = ({ name, objects }: ReleaseFacts): string =>
  [`${code(name)} holds`, objects.map((object) => `- ${object}`).join("\n")].join("\n\n");

const PLACEHOLDERS =
  "Names in `<…>` stand for what Terraform reads when it plans: outputs of other stacks, the account.";

function permissions(addon: DocumentedAddon): string[] {
  const sections = rolesOf(addon).map(role);
  return [
    "## Permissions in AWS",
    ...(sections.length === 0 ? ["None: it has no IAM role."] : sections),
    ...(sections.some((section) => section.includes("<")) ? [PLACEHOLDERS] : []),
  ];
}

const role = ({ name, description, permissions, managedPolicies }: RoleFacts): string =>
  [
    `IAM role ${code(name)}. ${description}. It may`,
    [
      ...permissions.map(permissionText),
      ...managedPolicies.map((policy) => `do whatever the policy ${code(policy)} allows`),
    ]
      .map((sentence) => `- ${sentence}`)
      .join("\n"),
  ].join("\n\n");

function settings({ section, available }: DocumentedAddon): string[] {
  if (section === undefined) {
    return [];
  }
  const { service, settings } = section;
  return [
    "## Settings",
    `Under \`clusters.<cluster>.addons.${service}\` in \`src/platform/environments/<environment>.ts\`; \`${service}: false\` switches it off.`,
    available.map(settingLine).join("\n"),
    "Settings in production, defaults filled in:",
    `\`\`\`json\n${JSON.stringify(settings)}\n\`\`\``,
  ];
}

const settingLine = ({ name, type, text, byDefault }: Setting): string =>
  `- \`${name}\` (\`${type}\`${byDefault && `, by default ${byDefault}`})${text && `: ${text}`}`;
