import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Images without a digest until Renovate writes it: no registry was in reach when they were written down. */
const WAITING = [
  "docker.io/velero/velero-plugin-for-aws:v1.14.2",
  "public.ecr.aws/aws-cli/aws-cli:2.36.44",
  "public.ecr.aws/docker/library/node:22.14.0-alpine",
];

const IMAGE = /"([a-z0-9.-]+\.[a-z]+\/[a-z0-9._/-]+:v?[0-9][^"]*)"/g;

const FOLDERS = ["addons", "constructs"].map((folder) => join("src", folder));

const images = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    // Cases of policies name images that exist nowhere.
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".cases.ts"))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(IMAGE)].map(([, image]) => image!),
    ),
);

describe("images that no chart chooses", () => {
  test("are pulled by the digest of upstream's index", () => {
    const byTag = images.filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image));

    expect(images.length).toBeGreaterThan(WAITING.length);
    expect(byTag.sort()).toEqual(WAITING);
  });
});
