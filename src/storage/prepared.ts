import type { CompiledQuery, DialectAdapter, Transaction } from 'kysely';

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
 * Resolves to the rows that it returns.
 */
export function prepared<Tables, Values extends object, Row>(build: Build<Tables, Values, Row>) {
  const ofDialect = new WeakMap<DialectAdapter, CompiledQuery<Row>>();

  return async (tx: Transaction<Tables>, values: Values): Promise<Row[]> => {
    const { adapter } = tx.getExecutor();
    const statement = ofDialect.get(adapter) ?? build(tx, slotsFor(values)).compile();
    ofDialect.set(adapter, statement);
    const valueNamed = new Map<string, unknown>(Object.entries(values));
    const given = statement.parameters.map((one) => (one instanceof Slot ? valueNamed.get(one.name) : one));
    const { rows } = await tx.executeQuery<Row>({ ...statement, parameters: given });
    return rows;
  };
}

function slotsFor<Values extends object>(values: Values): Values {
  const slots = Object.keys(values).map((name) => [name, new Slot(name)]);
  return Object.fromEntries(slots) as Values;
}
