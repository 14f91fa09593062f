/** The last state of a thing, and whoever follows it. */
export class Topic<T> {
  last: T | null = null;
  readonly #followers = new Set<(state: T) => void>();

  publish(state: T): void {
    this.last = state;
    for (const follower of this.#followers) follower(state);
  }

  follow(follower: (state: T) => void): () => void {
    this.#followers.add(follower);
    if (this.last !== null) follower(this.last);
    return () => this.#followers.delete(follower);
  }
}
