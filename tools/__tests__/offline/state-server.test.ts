import { expect, test } from "vitest";
import { type StateServer, withStateServer } from "../../offline/state-server";

const ask = (server: StateServer, method: string, body?: string): Promise<Response> =>
  fetch(server.backendOf("vpc").http.address!, { method, ...(body === undefined ? {} : { body }) });

test("keeps the versions of a state, until it loses them", () =>
  withStateServer(async (server) => {
    expect((await ask(server, "GET")).status).toBe(404);
    await ask(server, "POST", "one");
    await ask(server, "POST", "two");

    expect(await (await ask(server, "GET")).text()).toBe("two");
    expect(server.versions("vpc")).toEqual(["one", "two"]);
    server.lose("vpc");
    expect((await ask(server, "GET")).status).toBe(404);
  }));

test("refuses a second lock with the first, until that is gone", () =>
  withStateServer(async (server) => {
    await ask(server, "LOCK", '{"ID":"first"}');
    const second = await ask(server, "LOCK", '{"ID":"second"}');

    expect([second.status, await second.text()]).toEqual([423, '{"ID":"first"}']);
    expect(server.lockOf("vpc")).toBe("first");
    await ask(server, "UNLOCK", '{"ID":"first"}');
    expect(server.lockOf("vpc")).toBeUndefined();
  }));
