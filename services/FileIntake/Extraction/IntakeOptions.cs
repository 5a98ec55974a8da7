using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Extraction;

/// <summary>Limits of what is taken in; section <c>Intake</c>.</summary>
sealed class IntakeOptions : IValidatedOptions
{
    public const string Section = "Intake";
    const int LargestFile = 100 * 1024 * 1024;
    const int LargestExpansion = 1024 * 1024 * 1024;
    const int LongestText = 1_000_000;

    // A character has four bytes at most. Three times as much again is left for what normalisation takes away: blanks, line ends, invisible signs.
    const int MostPerCharacter = 16;

    /// <summary>The largest file, in bytes.</summary>
    [Range(1, LargestFile)]
    public int MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The shortest essay, in characters (code points) after trimming; not above MaxCharacters.</summary>
    [Range(1, LongestText)]
    public int MinCharacters { get; set; } = 50;

    /// <summary>The longest essay, in characters (code points).</summary>
    [Range(1, LongestText)]
    public int MaxCharacters { get; set; } = 50_000;

    /// <summary>What a file may grow to while it is unpacked or converted, in bytes.</summary>
    [Range(1, LargestExpansion)]
    public int MaxExpandedBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>How long reading one file may take.</summary>
    [TimeRange(AtMost = "00:10:00")]
    public TimeSpan ExtractionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The memory (address space) that the converter of one .pdf may take, in bytes.</summary>
    [Range(64 * 1024 * 1024, int.MaxValue)]
    public int MaxConverterBytes { get; set; } = 512 * 1024 * 1024;

    /// <summary>
    /// The disk space that all uploads together may take while they are read, in the folder for temporary files, in bytes; not below MaxFileBytes.
    /// </summary>
    public long MaxSpoolBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Poppler's converter: a name on the PATH or a full path.</summary>
    public string PdfToText { get; set; } = "pdftotext";

    /// <summary>What a file may hold of text before it is normalised, in bytes or characters: none whose text has MaxCharacters holds more.</summary>
    internal int MostText => MaxCharacters * MostPerCharacter;

    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this))
        {
            yield return fault;
        }

        if (MinCharacters > MaxCharacters)
        {
            yield return "MinCharacters must not be above MaxCharacters.";
        }

        if (MaxSpoolBytes < MaxFileBytes)
        {
            yield return "MaxSpoolBytes must be at least MaxFileBytes.";
        }

        if (string.IsNullOrWhiteSpace(PdfToText))
        {
            yield return "PdfToText must name Poppler's pdftotext.";
        }
    }
}
