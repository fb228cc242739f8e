import { asList, asMap, textOf } from "../../../terraform-json/json-map";
import { CheckFailure, type ClusterCheck, until } from "../trial";
import { ingressOf } from "../workload";
import { listOf, make } from "./workload";

export const ingress: ClusterCheck = {
  name: "Ingress",
  after: "Service",
  needs: "awsLoadBalancerController",
  seconds: 300,
  async run(trial, signal) {
    const list = listOf("/apis/networking.k8s.io/v1", "ingresses", trial);
    await make(trial, list, ingressOf(trial.names));
    return until(trial.at, signal, "a load balancer", async () => {
      const { status } = (await trial.at.client.get(`${list}/open`)).body;
      const [first] = asList(asMap(asMap(status).loadBalancer).ingress);
      const { hostname } = asMap(first);
      return hostname === undefined ? { not: "none" } : { seen: textOf(hostname) };
    });
  },
};

export const dns: ClusterCheck = {
  name: "DNS",
  after: "Ingress",
  needs: "externalDns",
  seconds: 600,
  run: ({ names, at }, signal) =>
    until(at, signal, `addresses of ${names.host}`, async () => {
      const addresses = await at.addressesOf(names.host);
      return addresses.length > 0 ? { seen: `${names.host} is ${addresses.join(", ")}` } : { not: "none" };
    }),
};

export const tls: ClusterCheck = {
  name: "TLS",
  after: "DNS",
  seconds: 300,
  run: ({ names, at }, signal) =>
    until(at, signal, `the word ${names.word} over HTTPS`, async () => {
      const { status, text } = await at.ask(`https://${names.host}/echo?msg=${names.word}`);
      return status === 200 && text.includes(names.word)
        ? { seen: `https://${names.host} answers, with a certificate that is good` }
        : { not: `status ${status}` };
    }),
};

export const signIn: ClusterCheck = {
  name: "sign-in page",
  needs: "dex",
  seconds: 60,
  async run({ names, at }, signal) {
    const issuer = `https://dex.${names.zone}`;
    return until(at, signal, `Dex at ${issuer}`, async () => {
      const { status, text } = await at.ask(`${issuer}/.well-known/openid-configuration`);
      if (status !== 200) {
        return { not: `status ${status}` };
      }
      const claimed = issuerIn(text);
      if (claimed !== issuer) {
        throw new CheckFailure(`expected the issuer ${issuer}, got ${claimed}`);
      }
      return { seen: `${issuer} offers sign-in` };
    });
  },
};

function issuerIn(text: string): string {
  try {
    return textOf(asMap(JSON.parse(text) as never).issuer ?? "none");
  } catch {
    return "an answer that is no JSON";
  }
}
