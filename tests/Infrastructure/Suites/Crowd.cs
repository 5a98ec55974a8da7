using Npgsql;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>Many batches that are as one is, in the tables of all services: each with ids, owner and class of its own.</summary>
/// <param name="suite">The suite.</param>
/// <param name="like">The batch that they are like.</param>
public sealed class Crowd(SuiteUnderTest suite, TestBatch like)
{
    // What is told of a batch refers to classes and files that the others do not have.
    const string Unchecked = "set session_replication_role = replica";

    // One copy a number: its ids are made of the first one's, so that rows which belong together still do; so is every text that must be unique, or
    // names a person.
    const string Copies = """
        select format('insert into %1$I (%2$s) select %3$s from %1$I t cross join generate_series($2, $3) as n where t.batch_id = $1',
            c.table_name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position), string_agg(case
                when c.data_type = 'uuid' then format('md5(t.%I::text || n)::uuid', c.column_name)
                when c.data_type = 'text' and (c.column_name ~ 'user_id|teacher_id' or exists (
                    select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                    where i.indisunique and i.indrelid = c.table_name::regclass and a.attname = c.column_name))
                    then format('t.%I || ''-'' || n', c.column_name)
                else format('t.%I', c.column_name) end, ', ' order by c.ordinal_position))
        from information_schema.columns c
        where c.table_schema = 'public' and c.is_identity = 'NO' and c.is_generated = 'NEVER'
          and exists (select from information_schema.columns b join information_schema.tables k using (table_schema, table_name)
              where k.table_type = 'BASE TABLE' and b.table_name = c.table_name and b.column_name = 'batch_id' and b.data_type = 'uuid')
        group by c.table_name order by c.table_name
        """;

    int _size;

    /// <summary>Makes so many of them, and has every server look at its tables again.</summary>
    public async Task GrowAsync(int size)
    {
        foreach (var service in SuiteUnderTest.Databases)
        {
            await using var session = await suite.Database(service).OpenConnectionAsync();
            await ExecuteAsync(session, Unchecked);
            foreach (var copy in await CopiesAsync(session))
            {
                await ExecuteAsync(session, copy, like.Id, _size + 1, size);
            }
            await ExecuteAsync(session, "reset session_replication_role");
            await ExecuteAsync(session, "vacuum analyze");
        }
        _size = size;
    }

    static async Task<List<string>> CopiesAsync(NpgsqlConnection session)
    {
        await using var command = new NpgsqlCommand(Copies, session);
        await using var reader = await command.ExecuteReaderAsync();
        var copies = new List<string>();
        while (await reader.ReadAsync())
        {
            copies.Add(reader.GetString(0));
        }
        return copies;
    }

    static async Task ExecuteAsync(NpgsqlConnection session, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync();
    }
}
