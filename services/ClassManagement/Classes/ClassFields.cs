using Phase1.ClassManagement.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

static class ClassFields
{
    internal static void Check(string? name, IReadOnlyList<string?>? courseCodes, bool required)
    {
        var errors = new FieldErrors();
        if (required || name is not null)
        {
            errors.CheckName("name", name, FieldErrors.NameLength);
        }
        if (required ? courseCodes is null or [] : courseCodes is [])
        {
            errors.Add("course_codes", "Exactly one course is needed.");
        }
        errors.ThrowIfAny();
    }

    internal static string Clean(string name) => FieldErrors.Clean(name);
}
