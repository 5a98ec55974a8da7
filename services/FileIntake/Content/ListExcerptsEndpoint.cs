using Npgsql;
using NpgsqlTypes;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary>The beginnings of up to 200 texts in one question: what a list of essays shows of each.</summary>
static class ListExcerptsEndpoint
{
    const int MostTexts = 200;
    const int MostChars = 1000;

    // As for one text: a service reads any for itself, on behalf of a teacher the teacher's own.
    const string Select = """
        select storage_id, left(text, $3), length from texts where storage_id = any($1) and ($2 is null or owner_user_id = $2)
        order by storage_id
        """;

    internal sealed record Body(IReadOnlyList<string>? StorageIds = null, int? MaxChars = null);

    internal sealed record Answer(IReadOnlyList<Excerpt> Items);

    internal sealed record Excerpt(string StorageId, string Text, int Length);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/internal/v1/content/excerpts", HandleAsync).RequireServiceOrTeacher();

    static async Task<Answer> HandleAsync(Body body, Caller caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var (ids, chars) = Read(body);
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Char });
        command.Parameters.Add(new() { Value = (object?)caller.UserIdOrNull ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar });
        command.Parameters.Add(new() { Value = chars });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var excerpts = new List<Excerpt>();
        while (await reader.ReadAsync(cancellationToken))
        {
            excerpts.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        }
        return new(excerpts);
    }

    static (string[] StorageIds, int MaxChars) Read(Body body)
    {
        var ids = body.StorageIds ?? throw ProblemException.Missing("storage_ids");
        var chars = body.MaxChars ?? throw ProblemException.Missing("max_chars");
        if (ids.Count is 0 or > MostTexts)
        {
            throw ProblemException.Validation("storage_ids", $"1 to {MostTexts} storage ids are needed.");
        }
        if (chars is < 1 or > MostChars)
        {
            throw ProblemException.Validation("max_chars", $"1 to {MostChars} characters of each text are told.");
        }
        foreach (var id in ids)
        {
            StorageIds.Check(id ?? "");
        }
        return ([.. ids], chars);
    }
}
