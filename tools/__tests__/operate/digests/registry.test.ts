import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { addressOf, digestOf } from "../../../operate/digests/registry";

const OCI = "application/vnd.oci.image.index.v1+json";
const INDEX = JSON.stringify({ schemaVersion: 2, mediaType: OCI, manifests: [{}, {}] });
const DIGEST = `sha256:${createHash("sha256").update(INDEX).digest("hex")}`;
const IMAGE = { host: "registry.example", repository: "team/tool", tag: "1.2.3" };

let stop = () => Promise.resolve();
afterEach(() => stop());

/** Registry on this machine, and how to find it. */
async function registry(answer: (request: IncomingMessage, response: ServerResponse, own: string) => void) {
  const server = createServer((request, response) =>
    answer(request, response, `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  stop = () => new Promise((closed) => server.close(() => closed()));
  const { port } = server.address() as AddressInfo;
  return () => `http://127.0.0.1:${port}`;
}

const ask = (address: (host: string) => string) => digestOf(IMAGE, new AbortController().signal, address);

const give = (response: ServerResponse, kind = OCI): void => {
  response.writeHead(200, { "content-type": kind, "docker-content-digest": "sha256:another" }).end(INDEX);
};

describe("the digest of an image", () => {
  it("is that of the index which its registry gives for the tag", async () => {
    const asked: unknown[] = [];
    const address = await registry((request, response) => {
      asked.push(request.url, request.headers.accept);
      give(response, `${OCI}; charset=utf-8`);
    });

    expect(await ask(address)).toEqual({ digest: DIGEST });
    expect(asked).toEqual(["/v2/team/tool/manifests/1.2.3", expect.stringContaining(OCI)]);
  });

  it("is asked for with a token where strangers need one", async () => {
    const address = await registry((request, response, own) => {
      if (request.url === "/token?service=here&scope=repository%3Ateam%2Ftool%3Apull") {
        response.end(JSON.stringify({ token: "for-strangers" }));
      } else if (request.headers.authorization === "Bearer for-strangers") {
        give(response);
      } else {
        const challenge = `Bearer realm="${own}/token",service="here",scope="repository:team/tool:pull"`;
        response.writeHead(401, { "www-authenticate": challenge }).end();
      }
    });

    expect(await ask(address)).toEqual({ digest: DIGEST });
  });

  it("is not that of one architecture", async () => {
    const address = await registry((_, response) =>
      give(response, "application/vnd.oci.image.manifest.v1+json"),
    );

    expect(await ask(address)).toEqual({
      missing:
        "expected an index of architectures, got application/vnd.oci.image.manifest.v1+json: registry.example/team/tool:1.2.3 is of one",
    });
  });

  it("is missing where the registry refuses, or is out of reach", async () => {
    const address = await registry((_, response) => response.writeHead(404).end());

    expect(await ask(address)).toEqual({ missing: "registry.example answers 404" });
    await stop();
    stop = () => Promise.resolve();
    expect(await ask(address)).toEqual({
      missing: expect.stringMatching(/^registry\.example cannot be reached \(.+\)/) as string,
    });
  });

  it("comes from the address of Docker Hub's API for images of docker.io", () => {
    expect(addressOf("docker.io")).toBe("https://registry-1.docker.io");
    expect(addressOf("quay.io")).toBe("https://quay.io");
  });
});
