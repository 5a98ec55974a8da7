using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Classes;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>A class list as a CSV file. Every bad line is reported with its number, its column and the reason, and costs the others nothing.</summary>
static class ImportStudentsEndpoint
{
    const int MaxLines = 200;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/classes/{id}/students/import", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.ClassNotFound)
            .WithMetadata(new DescribedBody("text/csv", typeof(string)));

    internal sealed record Answer(
        int Created,
        int Enrolled,
        int Existing,
        IReadOnlyList<ImportRejection> Rejected,
        IReadOnlyList<string> IgnoredColumns
    );

    static async Task<Answer> HandleAsync(
        Guid id,
        HttpRequest request,
        Caller caller,
        ClassManagementDbContext db,
        UnitOfWork work,
        AssociationOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(Problems.UnsupportedMediaType, "Send the file itself as the body, not a form with it.");
        }
        var (columns, read) = Read(await ImportText.ReadAsync(request.Body, cancellationToken), options);
        var lines = read.Where(line => line.Line is not null).Select(line => line.Line!).ToList();
        var emails = lines.Where(line => line.Email is not null).Select(line => line.Email!.ToLowerInvariant()).Distinct().ToArray();

        await work.BeginAsync(cancellationToken);
        var sameEmail = await db.Students.LockByEmailAsync(emails, caller.UserId, cancellationToken);
        var schoolClass = (await db.LockOwnAsync([id], caller.UserId, cancellationToken))[0];
        var plan = ImportPlan.Of(lines, await db.MembersOf(id).AsNoTracking().ToListAsync(cancellationToken), sameEmail);
        await new ImportRecord(db, work, schoolClass, clock.GetUtcNow()).AddAsync(
            plan,
            [.. sameEmail.Where(student => plan.Enrolled.Contains(student.StudentId))],
            cancellationToken
        );
        await UniqueEmail.CommitAsync(work, cancellationToken);
        var rejected = read.Where(line => line.Rejection is not null).Select(line => line.Rejection!).Concat(plan.Rejected);
        return new Answer(plan.New.Count, plan.Enrolled.Count, plan.Existing, [.. rejected.OrderBy(line => line.Line)], columns.Ignored);
    }

    static (ImportColumns Columns, List<(ImportLine? Line, ImportRejection? Rejection)> Lines) Read(string text, AssociationOptions options)
    {
        // One more than there may be tells that there are too many.
        var records = CsvFile.Read(text).Where(record => !record.IsBlank).Take(MaxLines + 2).ToList();
        if (records.Count is < 2 or > MaxLines + 1)
        {
            throw ProblemException.Validation("lines", $"A header and 1 to {MaxLines} lines are needed.");
        }
        var columns = ImportColumns.Of(records[0]);
        return (columns, [.. records.Skip(1).Select(record => ImportLine.Read(record, columns, options))]);
    }
}
