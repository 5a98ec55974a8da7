namespace Phase1.Messaging.Postgres;

/// <summary>The log's tables. A row of log_batches holds all records that one publication put into one partition.</summary>
static class LogSchema
{
    // The same number for every process of a suite, so that only one creates the tables.
    public const long CreationLock = 7_315_241_901;

    public const string Create = """
        create table if not exists log_topics (
            topic_id integer generated always as identity primary key,
            name text not null unique,
            partitions integer not null check (partitions > 0));
        create table if not exists log_partitions (
            topic_id integer not null references log_topics,
            partition integer not null,
            next_offset bigint not null default 0,
            primary key (topic_id, partition)) with (fillfactor = 50);
        create table if not exists log_batches (
            topic_id integer not null,
            partition integer not null,
            base_offset bigint not null,
            last_offset bigint not null,
            keys text[] not null,
            bodies bytea[] not null,
            headers text[] not null,
            appended_at timestamptz not null default clock_timestamp(),
            primary key (topic_id, partition, last_offset));
        alter table log_batches alter column bodies set compression lz4;
        alter table log_batches alter column headers set compression lz4;
        create index if not exists log_batches_appended_at on log_batches using brin (appended_at);
        create table if not exists log_group_offsets (
            consumer_group text not null,
            topic_id integer not null references log_topics,
            partition integer not null,
            next_offset bigint not null,
            primary key (consumer_group, topic_id, partition));
        create or replace view log_records as
            select t.name as topic, b.partition, b.base_offset + r.ordinal - 1 as log_offset, r.key, r.body, r.headers, b.appended_at
            from log_batches b
            join log_topics t using (topic_id)
            cross join lateral unnest(b.keys, b.bodies, b.headers) with ordinality as r (key, body, headers, ordinal);
        """;
}
