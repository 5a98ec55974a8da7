using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Content that stands in several forms, for readers of different age.</summary>
static class AlternativeContent
{
    /// <summary>Whether Word shows this choice: it knows everything that the choice requires.</summary>
    public static bool IsUnderstood(XmlReader choice) =>
        (choice.GetAttribute("Requires") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(prefix =>
                choice.LookupNamespace(prefix) is { } name
                // Its signs for emoji stand as plain text in the fall-back.
                && !name.EndsWith("/symex", StringComparison.Ordinal)
                && (
                    name.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal)
                    || name.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
                    || name.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)
                    || name.StartsWith("urn:schemas-microsoft-com:", StringComparison.Ordinal)
                )
            );
}
