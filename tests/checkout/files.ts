/** The checkout as the house rules see it: its files by path, counted from the root, with forward slashes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Made by tools or by running Parley, and never part of the project. */
const foreign = new Set([".git", "node_modules", "data"]);

export const exists = (path: string): boolean => existsSync(join(root, path));
export const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

/** All files below a folder whose name ends so, sorted; none when there is no such folder. */
export function filesIn(folder: string, ending: string): readonly string[] {
  if (!exists(folder)) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => foreign.has(part)))
    .sort();
}

/** The folders right below a folder. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !foreign.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}
