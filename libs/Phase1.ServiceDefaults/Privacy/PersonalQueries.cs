using Npgsql;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>Runs a service's statements about one student, in whatever transaction the connection has.</summary>
sealed class PersonalQueries
{
    readonly IPersonalData _data;
    readonly NpgsqlConnection _connection;
    readonly Dictionary<string, object> _parameters;
    readonly string[] _ids;

    internal PersonalQueries(IPersonalData data, DataSubject subject, string ticket, DateTimeOffset now, NpgsqlConnection connection)
    {
        _data = data;
        _connection = connection;
        Tables = [.. data.Tables, .. EnginePersonalData.Tables];
        Guid[] uploads = [.. subject.Essays.Select(essay => essay.FileUploadId).OfType<Guid>().Distinct()];
        Guid[] essays = [.. subject.Essays.Select(essay => essay.EssayId)];
        _ids = [.. subject.StudentIds.Concat(essays).Concat(uploads).Select(id => id.ToString())];
        _parameters = new()
        {
            ["students"] = subject.StudentIds.ToArray(),
            ["essays"] = essays,
            ["uploads"] = uploads,
            ["batches"] = subject.Essays.Select(essay => essay.BatchId).Distinct().ToArray(),
            ["texts"] = subject.Essays.Select(essay => essay.TextStorageId).OfType<string>().Distinct().ToArray(),
            ["marks"] = _ids,
            ["now"] = now,
            ["ticket"] = ticket,
            ["by"] = $"privacy:{ticket}",
            ["fresh"] = essays.Select(_ => Guid.CreateVersion7(now)).ToArray(),
        };
    }

    /// <summary>The service's tables and those of the engine.</summary>
    internal IReadOnlyList<PersonalTable> Tables { get; init; }

    /// <summary>Locks what others write about the student.</summary>
    internal async Task LockAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in _data.Locks)
        {
            await ExecuteAsync(statement, cancellationToken);
        }
    }

    /// <summary>Reads by what else than ids the student is known; the search in bodies goes by that, too, from now on.</summary>
    internal async Task MarkAsync(CancellationToken cancellationToken)
    {
        var marks = new HashSet<string>(_ids, StringComparer.Ordinal);
        foreach (var query in _data.Marks)
        {
            await using var command = Command($"select lower(encode(convert_to(m, 'UTF8'), 'escape')) from ({query}) q (m)");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                marks.Add(reader.GetString(0));
            }
        }
        _parameters["marks"] = marks.ToArray();
    }

    /// <summary>What stands in the way of an erasure.</summary>
    internal async Task<IReadOnlyList<Blocker>> BlockersAsync(CancellationToken cancellationToken)
    {
        var found = new List<Blocker>();
        foreach (var blocker in Tables.SelectMany(table => table.Blockers))
        {
            await using var command = Command($"select count(*) > 0, max(b.until) from ({blocker.Query}) b (until)");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (reader.GetBoolean(0))
            {
                var until = reader.IsDBNull(1) ? null : (DateTimeOffset?)reader.GetFieldValue<DateTimeOffset>(1);
                found.Add(new Blocker { Code = blocker.Code, Until = until });
            }
        }
        return [.. found.GroupBy(blocker => blocker.Code).Select(same => same.OrderByDescending(blocker => blocker.Until).First())];
    }

    /// <summary>How many rows are held, by table; none where there are none.</summary>
    internal Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken) =>
        SumAsync(table => table.Collect is { } rows ? [$"select count(*) from ({rows}) r"] : table.Remains, CountAsync, cancellationToken);

    /// <summary>How many rows still name the student, by table; none where there are none.</summary>
    internal Task<IReadOnlyDictionary<string, int>> RemainsAsync(bool inProof, CancellationToken cancellationToken) =>
        SumAsync(table => inProof ? [.. table.Remains, .. table.RemainsInProof] : table.Remains, CountAsync, cancellationToken);

    /// <summary>Erases, and answers how many rows that has changed, by table.</summary>
    internal Task<IReadOnlyDictionary<string, int>> EraseAsync(CancellationToken cancellationToken) =>
        SumAsync(table => table.Erase, ExecuteAsync, cancellationToken);

    /// <summary>A command with the parameters of all statements; those that it does not name are not sent.</summary>
    internal NpgsqlCommand Command(string text)
    {
        var command = new NpgsqlCommand(text, _connection);
        foreach (var (name, value) in _parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value));
        }
        return command;
    }

    async Task<IReadOnlyDictionary<string, int>> SumAsync(
        Func<PersonalTable, IEnumerable<string>> statements,
        Func<string, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken
    )
    {
        var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            foreach (var statement in statements(table))
            {
                if (await run(statement, cancellationToken) is > 0 and var rows)
                {
                    sums[table.Name] = sums.GetValueOrDefault(table.Name) + rows;
                }
            }
        }
        return sums;
    }

    async Task<int> CountAsync(string query, CancellationToken cancellationToken)
    {
        await using var command = Command(query);
        return (int)(long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    async Task<int> ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = Command(statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
