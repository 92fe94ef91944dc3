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

/**
 * A statement that is put together the first time only: for those on the way to an acknowledgement, where that takes
 * longer than the statement itself. `build` gets slots in place of the values: it may pass them on, not look at them.
 *
 * SQLite plans anew at every run what orders by a column or limits by a value beside `column = ?`, and puts together
 * at every run what an insert is to return: ten times the work of a short statement. Neither belongs in here.
 */
export function prepared<Tables, Values extends object, Row>(build: Build<Tables, Values, Row>) {
  const ofDialect = new WeakMap<DialectAdapter, CompiledQuery<Row>>();

  return async (tx: Transaction<Tables>, values: Values): Promise<QueryResult<Row>> => {
    const { adapter } = tx.getExecutor();
    const statement = ofDialect.get(adapter) ?? build(tx, slotsFor(values)).compile();
    ofDialect.set(adapter, statement);
    const valueNamed = new Map<string, unknown>(Object.entries(values));
    const given = statement.parameters.map((one) => (one instanceof Slot ? valueNamed.get(one.name) : one));
    return tx.executeQuery<Row>({ ...statement, parameters: given });
  };
}

function slotsFor<Values extends object>(values: Values): Values {
  const slots = Object.keys(values).map((name) => [name, new Slot(name)]);
  return Object.fromEntries(slots) as Values;
}
