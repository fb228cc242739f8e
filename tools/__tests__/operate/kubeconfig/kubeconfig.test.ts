import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import type { Environment } from "../../../../src/settings/environment/environment";
import type { Block } from "../../../../__tests__/support/terraform";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { argumentsOf } from "../../../operate/kubeconfig/arguments";
import { kubeconfig } from "../../../operate/kubeconfig/kubeconfig";
import { exampleEnvironments } from "../../../samples/examples";

const ENVIRONMENTS: readonly Environment[] = exampleEnvironments();
const HOST = "0123456789.gr7.eu-central-1.eks.amazonaws.com";
const ANSWER = { cluster: { endpoint: `https://${HOST}`, certificateAuthority: { data: "Q0E=" } } };

const ask = (args: readonly string[], options: { file?: string; port?: string } = {}) =>
  argumentsOf({ args, options: { file: undefined, port: undefined, ...options } }, ENVIRONMENTS);

/** Puts a program `aws` of these lines first in the path, for the work in a folder. */
const withAws = <T>(lines: string, work: (folder: string) => Promise<T>): Promise<T> =>
  inTemporaryFolder("kubeconfig", async (folder) => {
    const program = join(folder, "aws");
    writeFileSync(program, `#!/bin/sh\n${lines}\n`);
    chmodSync(program, 0o700);
    vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
    return work(folder);
  });

const ANSWERING = `echo "$@" > "$(dirname "$0")/asked"; echo '${JSON.stringify(ANSWER)}'`;

const signal = new AbortController().signal;

afterEach(() => {
  vi.unstubAllEnvs();
});

const write = (environment: string) =>
  withAws(ANSWERING, async (folder) => {
    const file = join(folder, "new", "config.yaml");
    const printed = await kubeconfig(ask([environment], { file, port: "9443" }), signal);
    return {
      printed,
      asked: readFileSync(join(folder, "asked"), "utf8"),
      mode: statSync(file).mode & 0o777,
      config: parse(readFileSync(file, "utf8")) as Block,
    };
  });

describe("npm run kubeconfig", () => {
  it("calls the API of a public endpoint, and signs in by AWS", async () => {
    const { config, mode, asked, printed } = await write("sandbox");

    expect(asked).toBe("eks describe-cluster --name freight --region eu-central-1 --output json\n");
    expect(config.clusters[0].cluster).toEqual({
      server: `https://${HOST}`,
      "certificate-authority-data": "Q0E=",
    });
    expect(config.users[0].user.exec.args).toEqual(
      "eks get-token --cluster-name freight --region eu-central-1 --output json".split(" "),
    );
    expect(mode).toBe(0o600);
    expect(printed).toContain("The API answers callers of 192.0.2.0/28 alone.");
  });

  it("calls this machine through a relay, and still wants the certificate of the API", async () => {
    const { config, printed } = await write("prod");

    expect(config.clusters[0].cluster).toMatchObject({
      server: "https://localhost:9443",
      "tls-server-name": HOST,
    });
    expect(printed).toContain("Values=freight-api-relay");
    expect(printed).toContain("--document-name freight-api --parameters localPortNumber=9443");
  });

  it("calls the API itself through a VPN, whose configuration it says how to get", async () => {
    const { config, printed } = await write("preview");

    expect(config.clusters[0].cluster.server).toBe(`https://${HOST}`);
    expect(printed).toContain("Value=='freight-api-vpn'");
    expect(printed).not.toContain("<cert>");
  });

  it("has a context for people of an identity provider beside that of IAM roles", async () => {
    const { config, printed } = await write("southwind");

    expect(config.contexts.map(({ name }: Block) => name)).toEqual(["store", "store-oidc"]);
    expect(config["current-context"]).toBe("store");
    expect(config.users[1].user.exec.args).toEqual([
      "oidc-login",
      "get-token",
      "--oidc-issuer-url=https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222/v2.0",
      "--oidc-client-id=33333333-3333-4333-8333-333333333333",
      "--oidc-extra-scope=email",
    ]);
    expect(printed).toContain("kubectl config use-context store-oidc");
  });

  it("leaves the file to Teleport's own program, and asks AWS for nothing", async () => {
    const file = "/nowhere/depot.yaml";

    expect(await kubeconfig(ask(["depot"], { file }), signal)).toBe(
      [
        "Sign in at Teleport, whose program writes the kubeconfig (it needs tsh):",
        "  tsh login --proxy=acme-freight.teleport.sh:443",
        "  export KUBECONFIG='/nowhere/depot.yaml'",
        "  tsh kube login depot",
        "  kubectl auth whoami",
      ].join("\n"),
    );
  });

  it("overwrites no file", async () => {
    await withAws(ANSWERING, async (folder) => {
      const file = join(folder, "mine.yaml");
      writeFileSync(file, "mine");

      await expect(kubeconfig(ask(["sandbox"], { file }), signal)).rejects.toThrow(
        `--file: expected a file that does not exist, got ${file}; remove it, or write --file <another>`,
      );
      expect(readFileSync(file, "utf8")).toBe("mine");
    });
  });

  it("says what AWS said, and writes nothing", async () => {
    await withAws("echo 'ExpiredToken' >&2; exit 254", async (folder) => {
      const file = join(folder, "config.yaml");

      await expect(kubeconfig(ask(["sandbox"], { file }), signal)).rejects.toThrow(
        "expected the cluster, got ExpiredToken; sign in to the account of the environment first",
      );
      expect(() => statSync(file)).toThrow("ENOENT");
    });
  });

  it.each(["0", "80", "65536", "a", "8443.5"])("refuses port %s", (port) => {
    expect(() => ask(["sandbox"], { port })).toThrow(
      `--port: expected a port from 1024 to 65535, got "${port}"; leave it out, or write a free one`,
    );
  });

  it("is named after the environment, and refuses one that there is not", () => {
    expect(ask(["sandbox"]).file).toMatch(/\.kube\/sandbox\.yaml$/);
    expect(() => ask(["sandbx"])).toThrow('got "sandbx"; did you mean sandbox?');
  });
});
