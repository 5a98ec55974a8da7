using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Extraction;

/// <summary>Limits of what is taken in; section <c>Intake</c>.</summary>
sealed class IntakeOptions : IValidatedOptions
{
    public const string Section = "Intake";
    const int LargestFile = 100 * 1024 * 1024;
    const int LargestExpansion = 1024 * 1024 * 1024;
    const int LongestText = 1_000_000;
    static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public int MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Shortest essay, in characters (code points) after trimming.</summary>
    public int MinCharacters { get; set; } = 50;

    public int MaxCharacters { get; set; } = 50_000;

    /// <summary>What a file may grow to while it is unpacked or converted.</summary>
    public int MaxExpandedBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>How long one file may take.</summary>
    public TimeSpan ExtractionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Poppler's converter: a name on the PATH or a full path.</summary>
    public string PdfToText { get; set; } = "pdftotext";

    public IEnumerable<string> Validate()
    {
        if (MaxFileBytes is < 1 or > LargestFile)
        {
            yield return $"MaxFileBytes must be from 1 to {LargestFile}.";
        }

        if (MaxCharacters is < 1 or > LongestText)
        {
            yield return $"MaxCharacters must be from 1 to {LongestText}.";
        }

        if (MinCharacters < 1 || MinCharacters > MaxCharacters)
        {
            yield return "MinCharacters must be from 1 to MaxCharacters.";
        }

        if (MaxExpandedBytes is < 1 or > LargestExpansion)
        {
            yield return $"MaxExpandedBytes must be from 1 to {LargestExpansion}.";
        }

        if (ExtractionTimeout <= TimeSpan.Zero || ExtractionTimeout > LongestTimeout)
        {
            yield return "ExtractionTimeout must be above zero and at most ten minutes.";
        }

        if (string.IsNullOrWhiteSpace(PdfToText))
        {
            yield return "PdfToText must name Poppler's pdftotext.";
        }
    }
}
