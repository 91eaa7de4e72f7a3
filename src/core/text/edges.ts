/** The edges of a trie as flat numbers, for a trie of millions of nodes. It knows nothing of names or texts. */

/** An open hash table from (node, unit) to node. */
export type Edges = { nodes: Int32Array; units: Int32Array; targets: Int32Array; count: number };

export const emptySlot = -1;
const sized = (capacity: number): Edges => ({
  nodes: new Int32Array(capacity).fill(emptySlot),
  units: new Int32Array(capacity),
  targets: new Int32Array(capacity),
  count: 0,
});

function slotOf(edges: Edges, node: number, unit: number): number {
  const mask = edges.nodes.length - 1;
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
  slot = (slot ^ (slot >>> 15)) & mask;
  while (edges.nodes[slot] !== emptySlot && (edges.nodes[slot] !== node || edges.units[slot] !== unit))
    slot = (slot + 1) & mask;
  return slot;
}

/** The node behind an edge; 0 is the root and stands for "none", because no edge leads back to it. */
export function target(edges: Edges, node: number, unit: number): number {
  const slot = slotOf(edges, node, unit);
  return edges.nodes[slot] === emptySlot ? 0 : edges.targets[slot]!;
}

export function add(edges: Edges, node: number, unit: number, to: number): Edges {
  const roomy = edges.count * 2 < edges.nodes.length ? edges : grown(edges);
  const slot = slotOf(roomy, node, unit);
  roomy.nodes[slot] = node;
  roomy.units[slot] = unit;
  roomy.targets[slot] = to;
  roomy.count += 1;
  return roomy;
}

function grown(edges: Edges): Edges {
  const wider = sized(edges.nodes.length * 2);
  for (let slot = 0; slot < edges.nodes.length; slot++) {
    if (edges.nodes[slot] !== emptySlot) add(wider, edges.nodes[slot]!, edges.units[slot]!, edges.targets[slot]!);
  }
  return wider;
}

const slotsAtStart = 1024;

export const noEdges = (): Edges => sized(slotsAtStart);
