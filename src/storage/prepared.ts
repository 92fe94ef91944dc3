import type { CompiledQuery, DialectAdapter, QueryResult, Transaction } from 'kysely';

/** Stands in a statement for the value of that name, which is only known when it runs. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Build<Tables, Values, Row> = (
  tx: Transaction<Tables>,
  values: Values,
) => { compile(): CompiledQuery<Row> };

/** By its name a connection finds again what it has planned for it. */
export interface PreparedQuery<Row = unknown> extends CompiledQuery<Row> {
  readonly name: string;
}

/**
 * A statement that is put together the first time only: for those on the way to an acknowledgement, where that takes
 * longer than the statement itself. `build` gets slots in place of the values: it may pass them on, not look at them.
 * Two that are started together go to the database in that order, the second without waiting for the first one's answer.
 *
 * SQLite plans anew at every run what orders by a column, limits by a value or joins on one beside `column = ?`: up to
 * ten times the work of a short statement. None of these belongs in here.
 * Postgres plans once per connection, and refuses what would bring other columns from then on: so they are named.
 */
export function prepared<Tables, Values extends object, Row>(build: Build<Tables, Values, Row>) {
  const ofDialect = new WeakMap<DialectAdapter, PreparedQuery<Row>>();

  return async (tx: Transaction<Tables>, values: Values): Promise<QueryResult<Row>> => {
    const executor = tx.getExecutor();
    const statement = ofDialect.get(executor.adapter) ?? named(build(tx, slotsFor(values)).compile());
    ofDialect.set(executor.adapter, statement);
    const given = statement.parameters.map((one) =>
      one instanceof Slot ? values[one.name as keyof Values] : one,
    );
    const query: PreparedQuery<Row> = { ...statement, parameters: given };
    // Wrapped, or Kysely would keep the connection from the next one until the answer is here.
    const { answer } = await executor.provideConnection(async (connection) => ({
      answer: connection.executeQuery<Row>(query),
    }));
    return answer;
  };
}

function slotsFor<Values extends object>(values: Values): Values {
  const slots = Object.keys(values).map((name) => [name, new Slot(name)]);
  return Object.fromEntries(slots) as Values;
}

let statements = 0;

function named<Row>(query: CompiledQuery<Row>): PreparedQuery<Row> {
  if (/(select|returning|\.)\s*\*/.test(query.sql)) throw new Error(`Name the columns of: ${query.sql}`);
  return { ...query, name: `statement_${++statements}` };
}
