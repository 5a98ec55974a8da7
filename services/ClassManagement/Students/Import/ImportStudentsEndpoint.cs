using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Classes;
using Phase1.Events;
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
            .MayAnswer(Problems.ClassNotFound, Problems.StaleVersion)
            .WithMetadata(new DescribedBody("text/csv", typeof(string)));

    internal sealed record Answer(
        int Created,
        int Enrolled,
        int Existing,
        IReadOnlyList<ImportRejection> Rejected,
        IReadOnlyList<string> IgnoredColumns,
        long RosterVersion
    )
    {
        /// <summary>What each line would do; of a dry run alone.</summary>
        public IReadOnlyList<PreviewedLine>? Lines { get; init; }
    }

    static async Task<Answer> HandleAsync(
        Guid id,
        [FromQuery(Name = "dry_run")] bool? dryRun,
        RosterTag seen,
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
        seen.Check(schoolClass);
        var plan = ImportPlan.Of(lines, await db.MembersOf(id).AsNoTracking().ToListAsync(cancellationToken), sameEmail);
        ImportRejection[] rejected =
        [
            .. read.Where(line => line.Rejection is not null)
                .Select(line => line.Rejection!)
                .Concat(plan.Rejected)
                .OrderBy(line => line.Line),
        ];
        if (dryRun is true)
        {
            // What was locked is given back unchanged.
            return AnswerOf(schoolClass, plan, rejected, columns) with { Lines = [.. Preview(plan, rejected)] };
        }
        await new ImportRecord(db, work, schoolClass, clock.GetUtcNow()).AddAsync(
            plan,
            [.. sameEmail.Where(student => plan.Enrolled.Contains(student.StudentId))],
            cancellationToken
        );
        await UniqueEmail.CommitAsync(work, cancellationToken);
        return AnswerOf(schoolClass, plan, rejected, columns);
    }

    static Answer AnswerOf(SchoolClass schoolClass, ImportPlan plan, ImportRejection[] rejected, ImportColumns columns) =>
        new(plan.New.Count, plan.Enrolled.Count, plan.Existing, rejected, columns.Ignored, schoolClass.RosterVersion);

    static IEnumerable<PreviewedLine> Preview(ImportPlan plan, ImportRejection[] rejected)
    {
        var names = plan.Outcomes.Keys.ToDictionary(line => line.Line);
        var good = plan
            .Outcomes.Where(line => line.Value != LineOutcome.Rejected)
            .Select(line => PreviewedLine.Of(line.Key.Line, line.Key.Name, line.Key.Email, line.Value));
        var bad = rejected.Select(line =>
            names.GetValueOrDefault(line.Line) is { } read
                ? PreviewedLine.Of(line.Line, read.Name, read.Email, LineOutcome.Rejected) with
                {
                    Column = line.Column,
                    Reason = WireEnum.Name(line.Reason),
                }
                : new PreviewedLine(line.Line, null, null, LineOutcome.Rejected, line.Column, WireEnum.Name(line.Reason))
        );
        return good.Concat(bad).OrderBy(line => line.Line);
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
