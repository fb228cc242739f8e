import { expect, test } from "vitest";
import { listWorkspaces } from "../../../operate/hcp/workspaces";

const hcp = (request: typeof fetch) => ({
  hostname: "tf.example",
  organization: "govuk",
  token: "secret",
  signal: new AbortController().signal,
  milliseconds: 0,
  request,
});

const workspaces = (number: number): string =>
  `https://tf.example/api/v2/organizations/govuk/workspaces?page[size]=100&page[number]=${number}`;

/** An API with the pages it is given, by address, that remembers what it was asked. */
function api(pages: Record<string, object>) {
  const asked: [string, string | null][] = [];
  const request: typeof fetch = (input, init) => {
    const url = String(input);
    asked.push([url, new Headers(init?.headers).get("Authorization")]);
    const page = pages[url];
    return Promise.resolve(page ? Response.json(page) : new Response(null, { status: 404 }));
  };
  return { asked, request };
}

const page = (next: number | null, ...names: string[]) => ({
  data: names.map((name) => ({ attributes: { name } })),
  meta: { pagination: { "next-page": next } },
});

test("reads all pages, signed in with the token", async () => {
  const { asked, request } = api({
    [workspaces(1)]: page(2, "vpc-staging", "vpc-production"),
    [workspaces(2)]: page(null, "root-dns-staging"),
  });

  expect([...(await listWorkspaces(hcp(request)))]).toEqual([
    "vpc-staging",
    "vpc-production",
    "root-dns-staging",
  ]);
  expect(asked).toEqual([
    [workspaces(1), "Bearer secret"],
    [workspaces(2), "Bearer secret"],
  ]);
});

test("says what was refused, without the token", async () => {
  await expect(listWorkspaces(hcp(api({}).request))).rejects.toThrow(
    `${workspaces(1)}: expected the workspaces, got 404; it is not there, or the token's team has no access to it: apply tfc-configuration, which makes workspaces and gives teams access (docs/terraform-cloud.md)`,
  );
});

test("says where nobody answers", async () => {
  const request = () => Promise.reject(new Error("fetch failed"));

  await expect(listWorkspaces(hcp(request))).rejects.toThrow(
    `${workspaces(1)}: expected an answer, got fetch failed; look at https://status.hashicorp.com, and start this again once HCP Terraform answers`,
  );
});
