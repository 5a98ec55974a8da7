using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Storage;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>What is absent stays; an empty e-mail removes the address.</summary>
static class UpdateStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/classes/students/{id}", HandleAsync)
            .RequireTeacher()
            .MayAnswer(Problems.StudentNotFound, Problems.ClassNotFound, Problems.StudentInUse, Problems.InvalidState);

    internal sealed record Body(
        PersonName? PersonName = null,
        string? Email = null,
        IReadOnlyList<Guid>? AddClassIds = null,
        IReadOnlyList<Guid>? RemoveClassIds = null
    );

    static async Task<StudentDocument> HandleAsync(
        Guid id,
        Body body,
        Caller caller,
        ClassManagementDbContext db,
        UnitOfWork work,
        AssociationOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        Check(body, options);
        await work.BeginAsync(cancellationToken);
        var student = await db.Students.LockOwnAsync(id, caller.UserId, cancellationToken);
        var before = await db.ClassesOfAsync(id, cancellationToken);
        var added = (body.AddClassIds ?? []).Except(before).ToList();
        var removed = (body.RemoveClassIds ?? []).Intersect(before).ToList();
        var classes = await db.LockOwnAsync(before.Concat(added).Concat(body.RemoveClassIds ?? []), caller.UserId, cancellationToken);
        await StudentUse.RefuseIfOpenAsync(db, id, removed, cancellationToken);

        var renamed = StudentFields.Rename(student, body.PersonName, body.Email);
        if (renamed)
        {
            await UniqueEmail.RefuseIfTakenAsync(db, student, cancellationToken);
        }
        var now = clock.GetUtcNow();
        added.ForEach(classId => db.Enrol(classId, id, now));
        await db.Enrolments.Where(e => e.StudentId == id && removed.Contains(e.ClassId)).ExecuteDeleteAsync(cancellationToken);

        // A new name concerns every roster the student stands in; a move only those it leaves or enters.
        var changed = classes
            .Where(c => renamed ? before.Concat(added).Contains(c.ClassId) : added.Concat(removed).Contains(c.ClassId))
            .ToList();
        var after = before.Except(removed).Concat(added).Order().ToList();
        if (renamed || changed.Count > 0)
        {
            student.UpdatedAt = now;
            changed.ForEach(c => c.Changed(now));
            work.Publish(StudentFacts.Updated(student, after, changed));
        }
        foreach (var schoolClass in classes.Where(c => added.Contains(c.ClassId)))
        {
            work.Publish(StudentFacts.AddedNotice(schoolClass, [id], work.Cause, now));
        }
        await UniqueEmail.CommitAsync(work, cancellationToken);
        return StudentDocument.Of(student, after);
    }

    static void Check(Body body, AssociationOptions options)
    {
        var errors = new FieldErrors();
        if (body.PersonName is not null)
        {
            StudentFields.CheckName(errors, body.PersonName);
        }
        StudentFields.CheckEmail(errors, body.Email, options);
        if ((body.AddClassIds ?? []).Intersect(body.RemoveClassIds ?? []).Any())
        {
            errors.Add("remove_class_ids", "A class cannot be added and removed at once.");
        }
        errors.ThrowIfAny();
    }
}
