using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Storage;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>
/// A class list pasted in: one name a line. Who already stands in the class under that name exists; the same name elsewhere may be somebody
/// else, so it is never taken over. A bad line is reported and costs the others nothing.
/// </summary>
static class CreateStudentsEndpoint
{
    const int MaxLines = 200;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/classes/{id}/students/bulk", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.ClassNotFound, Problems.StaleVersion);

    internal sealed record Body(IReadOnlyList<string>? Lines = null);

    internal sealed record Rejected(int Line, NameLineFault Reason);

    internal sealed record Answer(int Created, int Existing, IReadOnlyList<Rejected> Rejected, long RosterVersion)
    {
        /// <summary>What each line would do; of a dry run alone.</summary>
        public IReadOnlyList<PreviewedLine>? Lines { get; init; }
    }

    static async Task<Answer> HandleAsync(
        Guid id,
        Body body,
        [FromQuery(Name = "dry_run")] bool? dryRun,
        RosterTag seen,
        Caller caller,
        ClassManagementDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        Check(body);
        await work.BeginAsync(cancellationToken);
        var schoolClass = (await db.LockOwnAsync([id], caller.UserId, cancellationToken))[0];
        seen.Check(schoolClass);
        var known = (await db.MembersOf(id).AsNoTracking().ToListAsync(cancellationToken))
            .Select(s => new NameLine(s.FirstName, s.LastName))
            .ToHashSet(SameName.Comparer);

        var now = clock.GetUtcNow();
        var (created, existing, rejected) = (new List<Student>(), 0, new List<Rejected>());
        var lines = new List<PreviewedLine>();
        for (var i = 0; i < body.Lines!.Count; i++)
        {
            if (NameLine.Read(body.Lines[i], out var fault) is not { } name)
            {
                rejected.Add(new Rejected(i + 1, fault));
                lines.Add(new PreviewedLine(i + 1, null, null, LineOutcome.Rejected, "name", WireEnum.Name(fault)));
            }
            else if (known.Add(name))
            {
                created.Add(NewStudent.Named(name.First, name.Last, null, null, caller.UserId, now));
                lines.Add(PreviewedLine.Of(i + 1, name, null, LineOutcome.Created));
            }
            else
            {
                existing++;
                lines.Add(PreviewedLine.Of(i + 1, name, null, LineOutcome.Existing));
            }
        }
        if (dryRun is true)
        {
            // What was locked is given back unchanged.
            return new Answer(created.Count, existing, rejected, schoolClass.RosterVersion) { Lines = lines };
        }
        Record(db, work, schoolClass, created, now);
        await work.CommitAsync(cancellationToken);
        return new Answer(created.Count, existing, rejected, schoolClass.RosterVersion);
    }

    static void Record(ClassManagementDbContext db, UnitOfWork work, SchoolClass schoolClass, List<Student> created, DateTimeOffset now)
    {
        if (created.Count == 0)
        {
            return;
        }
        schoolClass.Changed(now);
        foreach (var student in created)
        {
            db.Students.Add(student);
            db.Enrol(schoolClass.ClassId, student.StudentId, now);
            work.Publish(StudentFacts.Created(student, [schoolClass]));
        }
        work.Publish(StudentFacts.AddedNotice(schoolClass, [.. created.Select(s => s.StudentId)], work.Cause, now));
    }

    static void Check(Body body)
    {
        if (body.Lines is null)
        {
            throw ProblemException.Missing("lines");
        }
        if (body.Lines.Count is 0 or > MaxLines || body.Lines.Any(line => line is null))
        {
            throw ProblemException.Validation("lines", $"1 to {MaxLines} lines are needed.");
        }
    }
}
