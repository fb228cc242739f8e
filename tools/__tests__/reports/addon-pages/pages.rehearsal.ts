import { readdirSync, readFileSync } from "node:fs";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Release } from "@cdktf/provider-helm/lib/release";
import { beforeAll, describe, expect, it } from "vitest";
import { FOLDER, pagesOf } from "../../../reports/addon-pages/pages";
import { shownEnvironment } from "../../../reports/addon-pages/shown";
import { platform } from "../../../../__tests__/support/platform";
import type { Block, Terraform } from "../../../../__tests__/support/terraform";

const terraform: Terraform = platform["cluster-services-production"]!;

let pages: Map<string, string>;
beforeAll(async () => {
  pages = await pagesOf(shownEnvironment());
}, 120_000);

/** The page of the add-on that a Terraform address belongs to. */
const pageAt = (address: string): string => pages.get(`${FOLDER}/${address.split("_")[0]}.md`) ?? "";

describe("the pages of add-ons", () => {
  it("are in docs/add-ons as the source has them; npm run addon-pages writes them anew", () => {
    const kept = readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`);

    expect(kept.sort()).toEqual([...pages.keys()].sort());
    for (const file of kept) {
      expect(readFileSync(file, "utf8"), file).toBe(pages.get(file));
    }
  });

  it("name every release, with its chart, version and namespace", () => {
    const releases = Object.entries(terraform.named(Release)).filter(
      // It belongs to all add-ons together, so to none alone.
      ([address]) => address !== "network-policies",
    );

    expect(releases.length).toBeGreaterThan(0);
    for (const [address, { name, namespace, chart, version }] of releases) {
      const row = pageAt(address)
        .split("\n")
        .find((line) => line.startsWith(`| \`${name}\` `));
      expect(row, address).toContain(` ${namespace} `);
      expect(row, address).toContain(version === undefined ? "our own" : `\`${chart}\``);
      expect(row, address).toContain(version ?? "");
    }
  });

  it("say every action of every role", () => {
    const policies = Object.entries(terraform.named(IamRolePolicy));

    expect(policies.length).toBeGreaterThan(0);
    for (const [address, { policy }] of policies) {
      const { Statement } = JSON.parse(policy as string) as { Statement: Block[] };
      for (const action of Statement.flatMap(({ Action }) => Action as string[])) {
        expect(pageAt(address)).toContain(`\`${action}\``);
      }
    }
  });

  it("name the policies that AWS keeps", () => {
    const attachments = Object.entries(terraform.named(IamRolePolicyAttachment));

    expect(attachments.length).toBeGreaterThan(0);
    for (const [address, { policy_arn }] of attachments) {
      expect(pageAt(address)).toContain(`the policy \`${policy_arn}\` allows`);
    }
  });

  it("say why an action is allowed on any resource", () => {
    expect(pageAt("external-dns")).toContain(
      "- **list hosted zones** on any resource (listing zones has no resource level)\n",
    );
  });

  it("say that there are no permissions where there is no role", () => {
    expect(pageAt("dex")).toContain("None: it has no IAM role.");
  });

  it("show every reference by its name", () => {
    expect(pageAt("external-dns")).toContain("on `<external_dns_zone_arn>`");
    for (const [file, text] of pages) {
      expect(text, file).not.toMatch(/\$\{|TfToken/);
    }
  });

  it("say of every add-on what it does and where upstream describes it", () => {
    for (const [file, text] of pages) {
      if (!file.endsWith("README.md")) {
        expect(text, file).toMatch(/^# [\w-]+\n\n[A-Z][^\n]+[^]*- Upstream: (?:<https:\/\/|none)/);
      }
    }
  });

  it("link to what is installed before and after", () => {
    expect(pageAt("dex")).toContain(
      "- Installed after: [prometheus-operator-crds](prometheus-operator-crds.md)",
    );
    expect(pageAt("external-secrets")).toContain("- Installed before: [dex](dex.md)");
  });

  it("say why a chart is not at its newest version", () => {
    expect(pageAt("dex")).toContain("so that a takeover downgrades nothing");
  });

  it("are all in the list", () => {
    const list = pages.get(`${FOLDER}/README.md`);

    for (const file of readdirSync(FOLDER).filter((name) => name !== "README.md")) {
      expect(list).toContain(`](${file})`);
    }
  });
});
