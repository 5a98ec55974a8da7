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
        await ReadAsync(classId, cancellationToken)
        ?? await InsertAsync(classId, createdBy, cancellationToken)
        ?? await ReadAsync(classId, cancellationToken)
        ?? throw new InvalidOperationException("The placeholder of a class can neither be made nor read.");

    async Task<Guid?> ReadAsync(Guid classId, CancellationToken cancellationToken)
    {
        // Finds the placeholder of a class.
        const string Sql = "select student_id from students where placeholder_class_id = $1";
        await using var command = new NpgsqlCommand(Sql, work.Connection, work.Transaction) { Parameters = { new() { Value = classId } } };
        return (Guid?)await command.ExecuteScalarAsync(cancellationToken);
    }

    async Task<Guid?> InsertAsync(Guid classId, string createdBy, CancellationToken cancellationToken)
    {
        // Makes the placeholder unless somebody else has just done so.
        const string Sql = """
            insert into students (student_id, first_name, last_name, email, is_placeholder, placeholder_class_id, created_by_user_id, created_at, updated_at)
            values ($1, $2, $3, $4, true, $5, $6, $7, $7)
            on conflict (placeholder_class_id) do nothing
            returning student_id
            """;
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand(Sql, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7(now) },
                new() { Value = FirstName },
                new() { Value = LastName },
                new() { Value = $"unknown.{classId}@{options.PlaceholderDomain}" },
                new() { Value = classId },
                new() { Value = createdBy },
                new() { Value = now },
            },
        };
        return (Guid?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
