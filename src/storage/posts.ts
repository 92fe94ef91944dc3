import type { Selectable, Transaction } from 'kysely';
import type { Post, PostStage, Posts } from '../usecases/ports/posts.ts';
import type { PostsTable, Schema } from './schema.ts';

export function postsTable(tx: Transaction<Schema>): Posts {
  const ofSubject = (subject: string) => tx.selectFrom('posts').selectAll().where('subject', '=', subject);
  const change = (subject: string, stage: PostStage, to: Partial<PostsTable>) =>
    tx.updateTable('posts').set(to).where('subject', '=', subject).where('stage', '=', stage).execute();

  return {
    async find(subject, stage) {
      const row = await ofSubject(subject).where('stage', '=', stage).executeTakeFirst();
      return row === undefined ? undefined : toPost(row);
    },
    async of(subject) {
      return (await ofSubject(subject).execute()).map(toPost);
    },
    async begin(subject, stage, channelId) {
      const inserted = await tx
        .insertInto('posts')
        .values({ subject, stage, state: 'sending', channel_id: channelId, message_ts: '', fingerprint: '' })
        .onConflict((conflict) => conflict.columns(['subject', 'stage']).doNothing())
        .returning('subject')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async sent(subject, stage, posted, fingerprint) {
      await change(subject, stage, {
        state: 'sent',
        channel_id: posted.channelId,
        message_ts: posted.messageTs,
        fingerprint,
      });
    },
    async updated(subject, stage, fingerprint) {
      await change(subject, stage, { fingerprint });
    },
    async cancel(subject, stage) {
      await tx
        .deleteFrom('posts')
        .where('subject', '=', subject)
        .where('stage', '=', stage)
        .where('state', '=', 'sending')
        .execute();
    },
    async gone(subject, stage) {
      await change(subject, stage, { state: 'gone' });
    },
  };
}

function toPost(row: Selectable<PostsTable>): Post {
  return {
    subject: row.subject,
    stage: row.stage as PostStage,
    state: row.state,
    channelId: row.channel_id,
    messageTs: row.message_ts,
    fingerprint: row.fingerprint,
  };
}
