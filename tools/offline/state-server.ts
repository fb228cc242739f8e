import { createServer, type IncomingMessage } from "node:http";
import { CommandError } from "../kit/command-error";

/** Server that keeps states of Terraform, with locks and earlier versions, as HCP Terraform does. */
export interface StateServer {
  /** Backend of a state, as Terraform's block has it. */
  backendOf(id: string): { readonly http: Readonly<Record<string, string>> };

  /** Contents of a state by its versions, the last one last. */
  versions(id: string): readonly string[];

  /** Loses a state with all its versions. */
  lose(id: string): void;

  /** Id of the lock of a state; `undefined` if nothing holds it. */
  lockOf(id: string): string | undefined;
}

/**
 * Keeps states for some work, on this machine only.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/http
 */
export async function withStateServer<T>(work: (server: StateServer) => Promise<T>): Promise<T> {
  const states = new Map<string, string[]>();
  const locks = new Map<string, string>();
  const http = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { status, body = "" } = answerTo(request, text, states, locks);
      response.writeHead(status).end(body);
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    http.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = http.address();
      if (typeof address === "object" && address !== null) {
        resolve(address.port);
      } else {
        reject(new CommandError(`state server: expected a port, got ${String(address)}`));
      }
    });
  });
  try {
    return await work({
      backendOf(id) {
        const address = `http://127.0.0.1:${port}/${id}`;
        return { http: { address, lock_address: address, unlock_address: address } };
      },
      versions: (id) => states.get(id) ?? [],
      lose: (id) => void states.delete(id),
      lockOf: (id) => {
        const lock = locks.get(id);
        return lock === undefined ? undefined : idIn(lock);
      },
    });
  } finally {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += String(chunk);
  }
  return text;
}

interface Reply {
  readonly status: number;
  readonly body?: string;
}

function answerTo(
  { method, url = "/" }: IncomingMessage,
  text: string,
  states: Map<string, string[]>,
  locks: Map<string, string>,
): Reply {
  const id = url.slice(1).replace(/\?.*$/, "");
  const lock = locks.get(id);
  switch (method) {
    case "LOCK":
      if (lock !== undefined) {
        return { status: 423, body: lock };
      }
      locks.set(id, text);
      return { status: 200 };
    case "UNLOCK":
      locks.delete(id);
      return { status: 200 };
    case "POST":
      states.set(id, [...(states.get(id) ?? []), text]);
      return { status: 200 };
    case "DELETE":
      states.delete(id);
      return { status: 200 };
    default: {
      const state = states.get(id)?.at(-1);
      return state === undefined ? { status: 404 } : { status: 200, body: state };
    }
  }
}

const idIn = (lock: string): string => (JSON.parse(lock) as { readonly ID: string }).ID;
