using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Storage;
using Phase1.ClassManagement.Students;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Privacy;

/// <summary>
/// Corrects a student's name or address on a privacy officer's word, by the rules that hold for the student's teacher. What is absent stays; an empty legal
/// name or address goes. All who keep a roster are told to read it again.
/// </summary>
static class CorrectStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/internal/v1/privacy/students/{id:guid}", HandleAsync)
            .RequireAuthorization(Phase1Policies.PrivacyOfficer)
            .MayAnswer(Problems.StudentNotFound, Problems.InvalidState);

    internal sealed record Body(string? FirstName = null, string? LastName = null, string? LegalFullName = null, string? Email = null);

    static async Task<NoContent> HandleAsync(
        Guid id,
        Body body,
        ClassManagementDbContext db,
        UnitOfWork work,
        AssociationOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        Check(body, options);
        await work.BeginAsync(cancellationToken);
        var student = await db.Students.LockAnyAsync(id, cancellationToken);
        var classIds = await db.ClassesOfAsync(id, cancellationToken);
        var classes = await db.LockOwnAsync(classIds, student.CreatedByUserId, cancellationToken);
        var name = new PersonName(
            body.FirstName ?? student.FirstName,
            body.LastName ?? student.LastName,
            body.LegalFullName ?? student.LegalFullName
        );
        if (StudentFields.Rename(student, name, body.Email))
        {
            await UniqueEmail.RefuseIfTakenAsync(db, student, cancellationToken);
            var now = clock.GetUtcNow();
            student.UpdatedAt = now;
            foreach (var schoolClass in classes)
            {
                schoolClass.Changed(now);
            }
            work.Publish(StudentFacts.Updated(student, classIds, classes));
        }
        await UniqueEmail.CommitAsync(work, cancellationToken);
        return TypedResults.NoContent();
    }

    static void Check(Body body, AssociationOptions options)
    {
        var errors = new FieldErrors();
        if (body.FirstName is { } first)
        {
            errors.CheckName("first_name", first, FieldErrors.NameLength);
        }
        if (body.LastName is { } last)
        {
            errors.CheckName("last_name", last, FieldErrors.NameLength);
        }
        if (body.LegalFullName is { } legal)
        {
            errors.CheckText("legal_full_name", legal, FieldErrors.LegalNameLength);
        }
        StudentFields.CheckEmail(errors, body.Email, options);
        errors.ThrowIfAny();
    }
}
