using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>Which essays are a student's, as this service knows it, and which ids stand for a student at all.</summary>
static class ListPersonalScopeEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/internal/v1/privacy/scope", HandleAsync).RequireService().MayAnswer(Problems.LimitExceeded);

    static async Task<DataSubject> HandleAsync(
        PersonalScope scope,
        IPersonalData data,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (scope.StudentIds.Count > PersonalScope.MaxStudents || scope.EssayIds.Count > PersonalScope.MaxEssays)
        {
            throw new ProblemException(Problems.LimitExceeded, "More ids than one student can have.");
        }
        return new(
            await ReadAsync(database, data.KnownStudents, scope, row => row.GetGuid(0), cancellationToken),
            await ReadAsync(database, data.KnownEssays, scope, EssayOf, cancellationToken)
        );
    }

    static SubjectEssay EssayOf(NpgsqlDataReader row) =>
        new()
        {
            BatchId = row.GetGuid(0),
            EssayId = row.GetGuid(1),
            FileUploadId = row.IsDBNull(2) ? null : row.GetGuid(2),
            TextStorageId = row.IsDBNull(3) ? null : row.GetString(3),
        };

    static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlDataSource database,
        string? query,
        PersonalScope scope,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        List<T> found = [];
        if (query is not null)
        {
            await using var command = database.CreateCommand(query);
            command.Parameters.Add(new("students", scope.StudentIds.ToArray()));
            command.Parameters.Add(new("essays", scope.EssayIds.ToArray()));
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
            {
                found.Add(read(row));
            }
        }
        return found;
    }
}
