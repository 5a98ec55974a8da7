using System.Globalization;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>An essay has Intake:MinCharacters to Intake:MaxCharacters characters, counted as code points.</summary>
static class LengthRule
{
    /// <summary>The end of a text of which so much has been read that its length need not be known.</summary>
    public static UnreadableFileException TooLong(IntakeOptions limits) =>
        new(
            ValidationErrorCode.ContentTooLong,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The text is far longer than the {limits.MaxCharacters} characters that are allowed."
            )
        );

    public static ExtractionOutcome Judge(string text, IntakeOptions limits)
    {
        if (text.Length == 0)
        {
            return ExtractionOutcome.Failed(ValidationErrorCode.EmptyContent, "The file holds no text.");
        }

        var length = text.EnumerateRunes().Count();
        if (length < limits.MinCharacters)
        {
            return ExtractionOutcome.Failed(
                ValidationErrorCode.ContentTooShort,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text has {length} characters; at least {limits.MinCharacters} are needed."
                )
            );
        }

        return length > limits.MaxCharacters
            ? ExtractionOutcome.Failed(
                ValidationErrorCode.ContentTooLong,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The text has {length} characters; at most {limits.MaxCharacters} are allowed."
                )
            )
            : ExtractionOutcome.Of(text);
    }
}
