/** A memory of at most so many things: the one that was not used for longest is forgotten. */
export type Bounded<K, V> = { get(key: K): V | undefined; set(key: K, value: V): void; delete(key: K): void };

export function bounded<K, V>(entriesMax: number): Bounded<K, V> {
  const entries = new Map<K, V>();
  const touch = (key: K, value: V) => {
    entries.delete(key);
    entries.set(key, value);
  };
  return {
    delete: (key) => void entries.delete(key),
    get: (key) => {
      const value = entries.get(key);
      if (value !== undefined) touch(key, value);
      return value;
    },
    set: (key, value) => {
      touch(key, value);
      const [oldest] = entries.keys();
      if (entries.size > entriesMax && oldest !== undefined) entries.delete(oldest);
    },
  };
}
