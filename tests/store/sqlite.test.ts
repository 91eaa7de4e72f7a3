import { afterAll } from "vitest";
import { storeContract } from "../contracts/store.contract.ts";
import { opened, scratch } from "./scratch.ts";

const { path, remove } = scratch();
afterAll(remove);

let files = 0;
storeContract("SQLite in a file", () => opened(path(`contract-${files++}.db`)));
storeContract("SQLite in memory", () => opened(":memory:"));
