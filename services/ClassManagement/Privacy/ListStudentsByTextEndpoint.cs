using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Privacy;

/// <summary>Finds students of all teachers by a part of a name or address, for a privacy officer. The text is in the body: no name stands in an address line.</summary>
static class ListStudentsByTextEndpoint
{
    const int Shortest = 3;
    const int Longest = 100;
    const int Most = 50;
    const string Escape = "\\";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/internal/v1/privacy/students/find", HandleAsync).RequireAuthorization(Phase1Policies.PrivacyOfficer);

    internal sealed record Body(string? Text = null);

    internal sealed record Found(
        Guid StudentId,
        string FirstName,
        string LastName,
        string? Email,
        IReadOnlyList<string> Classes,
        string OwnerUserId,
        DateTimeOffset? DeletedAt
    );

    internal sealed record Answer(IReadOnlyList<Found> Items);

    static async Task<Answer> HandleAsync(Body body, ClassManagementDbContext db, CancellationToken cancellationToken)
    {
        var text = FieldErrors.Clean(body.Text ?? throw ProblemException.Missing("text"));
        if (text.Length is < Shortest or > Longest)
        {
            throw ProblemException.Validation("text", $"{Shortest} to {Longest} characters.");
        }
        var pattern = $"%{text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        var students = await db
            .Students.AsNoTracking()
            .Where(s => !s.IsPlaceholder && s.ErasedAt == null)
            .Where(s =>
                EF.Functions.ILike(s.FirstName + " " + s.LastName, pattern, Escape)
                || (s.LegalFullName != null && EF.Functions.ILike(s.LegalFullName, pattern, Escape))
                || (s.Email != null && EF.Functions.ILike(s.Email, pattern, Escape))
            )
            .OrderBy(s => s.LastName)
            .ThenBy(s => s.StudentId)
            .Take(Most)
            .Select(s => new Found(
                s.StudentId,
                s.FirstName,
                s.LastName,
                s.Email,
                db.Enrolments.Where(e => e.StudentId == s.StudentId)
                    .Join(db.Classes, e => e.ClassId, c => c.ClassId, (e, c) => c.Name)
                    .ToList(),
                s.CreatedByUserId,
                s.DeletedAt
            ))
            .ToListAsync(cancellationToken);
        return new(students);
    }
}
