using Phase1.ClassManagement.Storage;

namespace Phase1.ClassManagement.Students;

static class NewStudent
{
    internal static Student Named(string first, string last, string? legal, string? email, string createdBy, DateTimeOffset at) =>
        new()
        {
            StudentId = Guid.CreateVersion7(at),
            FirstName = FieldErrors.Clean(first),
            LastName = FieldErrors.Clean(last),
            LegalFullName = legal,
            Email = email,
            CreatedByUserId = createdBy,
            CreatedAt = at,
            UpdatedAt = at,
        };
}
