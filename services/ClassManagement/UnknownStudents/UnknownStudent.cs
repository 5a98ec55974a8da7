using Npgsql;
using Phase1.ClassManagement.Associations;
using Phase1.Messaging;

namespace Phase1.ClassManagement.UnknownStudents;

/// <summary>
/// The class's UNKNOWN student: made on first need, the same for every batch and essay afterwards. The unique placeholder_class_id decides
/// between callers at the same time: the second waits for the first one's commit and reads its row.
/// </summary>
sealed class UnknownStudent(UnitOfWork work, AssociationOptions options, TimeProvider clock)
{
    internal const string FirstName = "UNKNOWN";
    internal const string LastName = "STUDENT";

    internal async Task<Guid> OfClassAsync(Guid classId, string createdBy, CancellationToken cancellationToken) =>
        (await OfClassesAsync([classId], createdBy, cancellationToken))[classId];

    /// <summary>The placeholders of several classes, by class.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Guid>> OfClassesAsync(
        IReadOnlyCollection<Guid> classIds,
        string createdBy,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<Guid, Guid>();
        await ReadAsync(classIds, found, cancellationToken);
        if (Missing() is { Length: > 0 } missing)
        {
            await InsertAsync(missing, createdBy, found, cancellationToken);
        }
        if (Missing() is { Length: > 0 } made)
        {
            // Somebody else has made them meanwhile; having waited for that commit, this statement sees them.
            await ReadAsync(made, found, cancellationToken);
        }
        return Missing().Length == 0
            ? found
            : throw new InvalidOperationException("The placeholder of a class can neither be made nor read.");

        Guid[] Missing() => [.. classIds.Where(classId => !found.ContainsKey(classId)).Distinct().Order()];
    }

    async Task ReadAsync(IReadOnlyCollection<Guid> classIds, Dictionary<Guid, Guid> found, CancellationToken cancellationToken)
    {
        // Finds the placeholders of classes.
        const string Sql = "select placeholder_class_id, student_id from students where placeholder_class_id = any($1)";
        await using var command = new NpgsqlCommand(Sql, work.Connection, work.Transaction)
        {
            Parameters = { new() { Value = classIds.ToArray() } },
        };
        await AddAsync(command, found, cancellationToken);
    }

    async Task InsertAsync(Guid[] classIds, string createdBy, Dictionary<Guid, Guid> found, CancellationToken cancellationToken)
    {
        // Makes the placeholders that nobody else has just made, in the order of the classes, so that two makers never wait for each other. Two makers may meet
        // at either of the unique columns, the class or the address: no column is named.
        const string Sql = """
            insert into students (student_id, first_name, last_name, email, is_placeholder, placeholder_class_id, created_by_user_id, created_at, updated_at)
            select student_id, $3, $4, email, true, class_id, $5, $6, $6
            from unnest($1, $2, $7) with ordinality as p (student_id, class_id, email, ordinal)
            order by ordinal
            on conflict do nothing
            returning placeholder_class_id, student_id
            """;
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand(Sql, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(classIds, _ => Guid.CreateVersion7(now)) },
                new() { Value = classIds },
                new() { Value = FirstName },
                new() { Value = LastName },
                new() { Value = createdBy },
                new() { Value = now },
                new() { Value = Array.ConvertAll(classIds, classId => $"unknown.{classId}@{options.PlaceholderDomain}") },
            },
        };
        await AddAsync(command, found, cancellationToken);
    }

    static async Task AddAsync(NpgsqlCommand command, Dictionary<Guid, Guid> found, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetGuid(0)] = reader.GetGuid(1);
        }
    }
}
