using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Storage;
using Phase1.Text;

namespace Phase1.ClassManagement.Students;

sealed record PersonName(string? FirstName = null, string? LastName = null, string? LegalFullName = null);

static class StudentFields
{
    const string MailScheme = "mailto:";

    static readonly char[] NotInAddress = [.. ",;:<>()[]\"\\"];

    internal static void CheckName(FieldErrors errors, PersonName? name)
    {
        errors.CheckName("person_name.first_name", name?.FirstName, FieldErrors.NameLength);
        errors.CheckName("person_name.last_name", name?.LastName, FieldErrors.NameLength);
        if (name?.LegalFullName is { } legal)
        {
            errors.CheckText("person_name.legal_full_name", legal, FieldErrors.LegalNameLength);
        }
    }

    /// <summary>Addresses of the placeholder domain are ours: a student who had one would stand in the way of the UNKNOWN student.</summary>
    internal static void CheckEmail(FieldErrors errors, string? email, AssociationOptions options)
    {
        if (CleanEmail(email) is not { } address)
        {
            return;
        }
        errors.CheckText("email", address, FieldErrors.NameLength);
        if (!IsEmail(address))
        {
            errors.Add("email", "This is no e-mail address.");
        }
        else if (IsReserved(address, options))
        {
            errors.Add("email", "This domain is kept for unknown students.");
        }
    }

    /// <summary>Writes what is given; what is absent stays, and an empty address goes. Answers whether anything is new.</summary>
    internal static bool Rename(Student student, PersonName? name, string? email)
    {
        var old = (student.FirstName, student.LastName, student.LegalFullName, student.Email);
        if (name is not null)
        {
            student.FirstName = FieldErrors.Clean(name.FirstName!);
            student.LastName = FieldErrors.Clean(name.LastName!);
            student.LegalFullName = Clean(name.LegalFullName);
        }
        if (email is not null)
        {
            student.Email = CleanEmail(email);
        }
        return old != (student.FirstName, student.LastName, student.LegalFullName, student.Email);
    }

    internal static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0
            && at == text.LastIndexOf('@')
            && at < text.Length - 1
            && !text.Any(char.IsWhiteSpace)
            && text.IndexOfAny(NotInAddress) < 0;
    }

    internal static bool IsReserved(string email, AssociationOptions options) =>
        email[(email.IndexOf('@') + 1)..].Equals(options.PlaceholderDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address alone, as programs copy it together with other things: "mailto:a@b.se", "Tove &lt;a@b.se&gt;;".</summary>
    internal static string? CleanEmail(string? text)
    {
        var address = TextNormalizer.ReadingForm(text ?? "").TrimEnd(',', ';', ' ');
        if (address.EndsWith('>') && address.LastIndexOf('<') is >= 0 and var start)
        {
            address = address[(start + 1)..^1];
        }
        return Clean(address.StartsWith(MailScheme, StringComparison.OrdinalIgnoreCase) ? address[MailScheme.Length..] : address);
    }

    internal static string? Clean(string? text) => text is not null && FieldErrors.Clean(text) is { Length: > 0 } clean ? clean : null;
}
