using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Storage;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

static class CreateStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/classes/students", HandleAsync).RequireTeacher().WithIdempotency().MayAnswer(Problems.ClassNotFound);

    internal sealed record Body(PersonName? PersonName = null, string? Email = null, IReadOnlyList<Guid>? ClassIds = null);

    static async Task<Created<StudentDocument>> HandleAsync(
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
        var classes = await db.LockOwnAsync(body.ClassIds ?? [], caller.UserId, cancellationToken);
        var student = NewStudent.Named(
            body.PersonName!.FirstName!,
            body.PersonName.LastName!,
            StudentFields.Clean(body.PersonName.LegalFullName),
            StudentFields.CleanEmail(body.Email),
            caller.UserId,
            clock.GetUtcNow()
        );
        await UniqueEmail.RefuseIfTakenAsync(db, student, cancellationToken);

        db.Students.Add(student);
        foreach (var schoolClass in classes)
        {
            db.Enrol(schoolClass.ClassId, student.StudentId, student.CreatedAt);
            schoolClass.Changed(student.CreatedAt);
            work.Publish(StudentFacts.AddedNotice(schoolClass, [student.StudentId], work.Cause, student.CreatedAt));
        }
        work.Publish(StudentFacts.Created(student, classes));
        await UniqueEmail.CommitAsync(work, cancellationToken);
        return TypedResults.Created(
            $"/v1/classes/students/{student.StudentId}",
            StudentDocument.Of(student, [.. classes.Select(c => c.ClassId)])
        );
    }

    static void Check(Body body, AssociationOptions options)
    {
        var errors = new FieldErrors();
        StudentFields.CheckName(errors, body.PersonName);
        StudentFields.CheckEmail(errors, body.Email, options);
        errors.ThrowIfAny();
    }
}
