using System.Text.RegularExpressions;
using Phase1.Text;

namespace Phase1.Feedback.Masking;

/// <summary>
/// Drops the header, and puts placeholders for addresses, long numbers and every name of the class, in whatever letters and case it stands.
/// </summary>
sealed partial class NameMask : INameMask
{
    const string Address = "[E-POST]";
    const string Number = "[NUMMER]";

    /// <inheritdoc />
    public MaskedText Mask(string text, Guid essayId, ClassNames names)
    {
        var placeholders = Placeholders.Of(names, essayId);
        var prose = Header.Drop(TextNormalizer.Normalize(text));
        prose = Addresses().Replace(prose, Address);
        prose = LongNumbers().Replace(prose, Number);
        return new(NameEraser.Erase(prose, names, placeholders), placeholders.Students);
    }

    [GeneratedRegex(@"[^\s@<>()""',;:]+@[^\s@<>()""',;:.]+(?:\.[^\s@<>()""',;:.]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    // Of persons, telephones, accounts: in groups or not.
    [GeneratedRegex(@"\d(?:[ -]?\d){5,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumbers();
}
