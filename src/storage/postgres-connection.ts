import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { PreparedQuery } from './prepared.ts';

const CHANGING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

type Statement = CompiledQuery & Partial<Pick<PreparedQuery, 'name'>>;

/** A client of the pool, from the moment it is taken until it is given back. */
export class PostgresConnection implements DatabaseConnection {
  readonly #pool: Pool;
  readonly #client: PoolClient;
  #begun: Promise<unknown> = Promise.resolve();
  #isUseless = false;
  #isReleased = false;

  /** `client` is one of `pool`. */
  constructor(pool: Pool, client: PoolClient) {
    this.#pool = pool;
    this.#client = client;
  }

  /** Goes out together with the first statement, so whether it worked is known at the commit. */
  begin(isolation: string): void {
    this.#begun = this.#send({ text: `begin isolation level ${isolation}` });
    this.#begun.catch(() => undefined);
  }

  /** Whoever waits for a connection gets this one at once: what they send is one write with the commit. */
  async commit(): Promise<void> {
    const committed = Promise.all([this.#send({ text: 'commit' }), this.#begun]);
    if (this.#isWanted()) this.release();
    const [{ command }] = await committed;
    // Postgres' answer to the commit of a transaction in which a statement failed.
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  /** After a commit that failed, the connection may have gone on to the next transaction: that is not ours to end. */
  async rollback(): Promise<void> {
    if (this.#isReleased) return;
    try {
      await this.#send({ text: 'rollback' });
    } catch (error) {
      this.#isUseless = true;
      throw error;
    }
  }

  /** Done already if somebody waited for it at the commit. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#client.release(this.#isUseless);
  }

  async executeQuery<Row>({ name, sql, parameters }: Statement): Promise<QueryResult<Row>> {
    const statement = { ...(name !== undefined && { name }), text: sql, values: [...parameters] };
    const { command, rowCount, rows } = await this.#send(statement);
    return { rows, ...(CHANGING.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed');
  }

  #isWanted(): boolean {
    const { waitingCount, idleCount, ending } = this.#pool;
    return waitingCount > idleCount && !ending;
  }

  /** What is sent in one go is one write: a write costs more than what Postgres does for a short statement. */
  #send(statement: QueryConfig) {
    const { stream } = this.#client.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    return this.#client.query(statement);
  }
}
