using System.Globalization;
using System.Text;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.ClassManagement.Storage;

/// <summary>Collects what is wrong with a body, field by field, so that the caller learns everything at once.</summary>
sealed class FieldErrors
{
    internal const int NameLength = 255;
    internal const int LegalNameLength = 512;

    readonly Dictionary<string, List<string>> _errors = [];

    internal void Add(string path, string message)
    {
        if (!_errors.TryGetValue(path, out var messages))
        {
            _errors[path] = messages = [];
        }
        messages.Add(message);
    }

    internal void CheckName(string path, string? value, int longest)
    {
        if (value is null || IsBlank(value))
        {
            Add(path, "A value is needed.");
        }
        else
        {
            CheckText(path, value, longest);
        }
    }

    internal void CheckText(string path, string value, int longest)
    {
        if (Clean(value).Length > longest)
        {
            Add(path, $"At most {longest} characters.");
        }
        if (HasUnreadable(value) || value.Contains('\t', StringComparison.Ordinal))
        {
            Add(path, "Control characters and characters for private use are not allowed.");
        }
        if (IsDamaged(value))
        {
            Add(path, "A character was lost (U+FFFD).");
        }
    }

    internal void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw ProblemException.Validation(_errors.ToDictionary(error => error.Key, error => error.Value.ToArray()));
        }
    }

    /// <summary>Holds the sign that stands for what could not be read: nobody is called so, and nobody would be found by it.</summary>
    internal static bool IsDamaged(string value) => value.Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>Holds a character that nobody can read: a control character, one for private use, or one that Unicode does not know.</summary>
    internal static bool HasUnreadable(string value) =>
        value
            .EnumerateRunes()
            .Any(rune =>
                rune.Value != '\t'
                && Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
            );

    /// <summary>Shows nothing at all.</summary>
    internal static bool IsBlank(string value) => TextNormalizer.ReadingForm(value).Length == 0;

    /// <summary>As it is kept and shown: without what nobody sees, in one form.</summary>
    internal static string Clean(string value) => TextNormalizer.Normalize(value);
}
